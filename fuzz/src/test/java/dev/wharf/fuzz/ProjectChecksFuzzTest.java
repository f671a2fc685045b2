package dev.wharf.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.wharf.packaging.ConnectorProject;
import dev.wharf.packaging.check.Finding;
import dev.wharf.testkit.InMemoryProject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ProjectChecksFuzzTest {
    /** What the readers look for, so that made-up files get deeper than noise would. */
    private static final String[] WORDS = {
        "connector",
        " = ",
        "Connector(",
        "update=update",
        "configuration_form=",
        ")",
        "\n",
        "\r\n",
        "\f",
        "\\\n",
        "    ",
        "\t",
        "if x:\n",
        "def f():\n",
        "class C:\n",
        "try:\n",
        "import ",
        "from x import ",
        " as ",
        "*",
        "'''",
        "\"\"\"",
        "f'{",
        "}'",
        "rb'",
        "'",
        "\"",
        "#",
        ":=",
        "(",
        "[",
        "{",
        "]",
        "}",
        ",",
        ";",
        ":",
        "lambda",
        "=",
        "==",
        "requests",
        "grpcio-tools",
        "[extra]",
        " ; python_version < '3.12'",
        " @ https://example.com/x.whl",
        "--hash=sha256:",
        "-r other.txt",
        "[project]",
        "dependencies",
        "\"\\ud800\"",
        "\\u00",
        "{\"a\": \"b\"}",
        "-----BEGIN PRIVATE KEY-----",
        "-----END",
        "AKIA",
        "ghp_",
        "eyJ",
        "password",
        "api_key",
        "Bearer ",
        "postgres://user:",
        "@host/db",
        "xoxb-",
        "é",
        "\0",
        "\ufeff"
    };

    private static final List<String> PATHS = List.of(
            "connector.py",
            "configuration.json",
            "requirements.txt",
            "pyproject.toml",
            "settings.yml",
            ".env",
            "key.pem");

    @FuzzTest
    void any_files_are_checked_and_every_finding_says_what_to_do(FuzzedDataProvider data) {
        InMemoryProject project = InMemoryProject.withConnector().file(".gitignore", "!.env\n!configuration.json\n");
        for (String path : PATHS) {
            if (data.consumeBoolean()) {
                project.file(path, data.consumeBoolean() ? words(data) : data.consumeBytes(data.consumeInt(0, 500)));
            }
        }
        for (Finding finding : ConnectorProject.read(project).findings()) {
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.advice()).isNotBlank();
            assertThat(finding.line()).isNotNegative();
        }
    }

    private static byte[] words(FuzzedDataProvider data) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = data.consumeInt(0, 100); i > 0; i--) {
            text.writeBytes(data.pickValue(WORDS).getBytes(StandardCharsets.UTF_8));
            if (data.consumeBoolean()) {
                text.writeBytes(data.consumeString(20).getBytes(StandardCharsets.UTF_8));
            }
        }
        return text.toByteArray();
    }
}
