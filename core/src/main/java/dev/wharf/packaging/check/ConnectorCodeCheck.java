package dev.wharf.packaging.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A connector's module binds the name {@code connector}. */
final class ConnectorCodeCheck implements Check {
    /** PEP 263: the source says itself that it is not UTF-8. */
    private static final Pattern DECLARED_ENCODING = Pattern.compile("^[ \\t\\f]*#.{0,200}?coding[:=][ \\t]*[-\\w.]");

    private static final String CONNECTOR = ConnectorFileCheck.CONNECTOR;

    @Override
    public List<Finding> findings(CheckedProject project) {
        if (project.packaged(CONNECTOR).isEmpty()) {
            return List.of();
        }
        Text text = project.text(CONNECTOR);
        if (text == null) {
            return List.of(notUnderstood(0, "It cannot be read, or is larger than 8 MiB."));
        }
        List<Finding> findings = new ArrayList<>();
        if (!text.isUtf8() && !declaresEncoding(text.content())) {
            findings.add(notUnderstood(0, "It is not UTF-8 text, and does not say what it is."));
        }
        PythonModule module = PythonModule.read(text.content());
        if (!module.bindsConnector() && !module.mayBindUnseen()) {
            findings.add(unbound(module));
        }
        return findings;
    }

    private static Finding unbound(PythonModule module) {
        return module.oddLine() > 0
                ? notUnderstood(
                        module.oddLine(),
                        "From here on it does not look like Python, and nothing is bound to" + " the name 'connector'.")
                : Finding.error(
                        Rule.CONNECTOR_OBJECT,
                        CONNECTOR,
                        0,
                        "Nothing is bound to the name 'connector' at the top level of the module.",
                        "Add: connector = Connector(update=update, schema=schema)");
    }

    private static Finding notUnderstood(int line, String message) {
        return Finding.warning(
                Rule.UNREADABLE_FILE, CONNECTOR, line, message, "Check that Python runs it: python -m py_compile");
    }

    private static boolean declaresEncoding(String source) {
        return source.lines()
                .limit(2)
                .anyMatch(line -> DECLARED_ENCODING.matcher(line).find());
    }
}
