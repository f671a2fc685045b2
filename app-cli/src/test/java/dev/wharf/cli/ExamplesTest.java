package dev.wharf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
    @TempDir
    Path directory;

    @Test
    void weather_is_one_module() throws Exception {
        assertThat(packaged("weather")).containsExactly("README.md", "configuration_form.pb", "connector.py");
    }

    @Test
    void bookshop_leaves_out_its_tests_and_configuration() throws Exception {
        assertThat(packaged("bookshop"))
                .containsExactly(
                        ".gitignore",
                        "README.md",
                        "bookshop/__init__.py",
                        "bookshop/client.py",
                        "bookshop/extracts/.gitignore",
                        "bookshop/extracts/__init__.py",
                        "bookshop/extracts/orders.py",
                        "bookshop/extracts/stock.py",
                        "bookshop/money.py",
                        "bookshop/tables.py",
                        "configuration_form.pb",
                        "connector.py",
                        "requirements.txt");
    }

    @Test
    void legacy_erp_brings_its_driver_installation_executable() throws Exception {
        assertThat(packaged("legacy_erp"))
                .containsExactly(
                        "README.md",
                        "configuration_form.pb",
                        "connector.py",
                        "drivers/installation.sh",
                        "erp/__init__.py",
                        "erp/invoices.py",
                        "requirements.txt");
        assertThat(new Shell(directory)
                        .run(
                                "package",
                                Shell.example("legacy_erp").toString(),
                                "--list",
                                "-O",
                                directory + "/again.zip")
                        .out())
                .contains("drivers/installation.sh (executable)")
                .doesNotContain("connector.py (executable)");
    }

    private List<String> packaged(String example) throws Exception {
        Path archive = directory.resolve(example + ".zip");
        assertThat(new Shell(directory)
                        .run("package", Shell.example(example).toString(), "-O", archive.toString())
                        .code())
                .isZero();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(e -> e.getName()).toList();
        }
    }
}
