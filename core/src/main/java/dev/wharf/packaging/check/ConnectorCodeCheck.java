package dev.wharf.packaging.check;

import dev.wharf.packaging.python.PythonModule;
import dev.wharf.packaging.python.PythonSource;
import dev.wharf.packaging.text.Text;
import java.util.ArrayList;
import java.util.List;

/** A connector's module binds the name {@code connector}. */
final class ConnectorCodeCheck implements Check {
    private static final String CONNECTOR = ConnectorFileCheck.CONNECTOR;

    @Override
    public List<Finding> findings(CheckedProject project) {
        if (project.packaged(CONNECTOR).isEmpty()) {
            return List.of();
        }
        Text text = project.text(CONNECTOR);
        if (text == null) {
            return List.of(Finding.warning(
                    Rule.UNREADABLE_FILE,
                    CONNECTOR,
                    0,
                    "It cannot be read, or is larger than 8 MiB.",
                    "Check it with Python: python -m py_compile"));
        }
        List<Finding> findings = new ArrayList<>();
        PythonSource source = PythonSource.of(text, true);
        PythonModule module = PythonModule.read(source.content());
        boolean isUnderstood = source.isDecoded() && module.mistake() == null;
        if (isUnderstood && !module.bindsConnector() && !module.mayBindUnseen()) {
            findings.add(unbound(module.deletedLine()));
        }
        return findings;
    }

    private static Finding unbound(int deletedLine) {
        return Finding.error(
                Rule.CONNECTOR_OBJECT,
                CONNECTOR,
                deletedLine,
                deletedLine > 0
                        ? "The name 'connector' is deleted again, so the service finds no connector."
                        : "The module does not define the name 'connector' at its top level.",
                deletedLine > 0
                        ? "Remove the 'del', or define the name again after it."
                        : "Add: connector = Connector(update=update, schema=schema)");
    }
}
