package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Runtime.Version;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** The framework's core is no older than its fixes of September 2026 (ADR 0003), whichever module comes from wherever. */
class FrameworkVersionTest {
    private static final Version FIXED = Version.parse("4.10.36");

    @Test
    void each_module_of_the_core_has_the_fixes() throws IOException {
        List<Version> versions = coreVersions();

        assertThat(versions).hasSizeGreaterThan(15).allMatch(version -> version.compareTo(FIXED) >= 0);
    }

    private static List<Version> coreVersions() throws IOException {
        List<Version> versions = new ArrayList<>();
        ClassLoader classes = FrameworkVersionTest.class.getClassLoader();
        for (URL each : Collections.list(classes.getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = each.openStream()) {
                Attributes of = new Manifest(in).getMainAttributes();
                if ("Micronaut Core".equals(of.getValue(Attributes.Name.IMPLEMENTATION_TITLE))) {
                    versions.add(Version.parse(of.getValue(Attributes.Name.IMPLEMENTATION_VERSION)));
                }
            }
        }
        return versions;
    }
}
