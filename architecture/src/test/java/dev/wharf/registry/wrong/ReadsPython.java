package dev.wharf.registry.wrong;

import dev.wharf.packaging.python.PythonModule;

/** A use of what is there for checks only, on purpose. */
final class ReadsPython {
    boolean bindsConnector(String source) {
        return PythonModule.read(source).bindsConnector();
    }
}
