package dev.wharf.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which wharf this is, and what it runs on. */
record Version(String wharf, String java) {
    static Version current() {
        String packaged = Version.class.getPackage().getImplementationVersion();
        return new Version(packaged == null ? "(unpackaged)" : packaged, System.getProperty("java.version", "?"));
    }

    String line() {
        return "wharf " + wharf + " (Java " + java + ")";
    }

    Map<String, String> document() {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("version", wharf);
        document.put("java", java);
        return document;
    }
}
