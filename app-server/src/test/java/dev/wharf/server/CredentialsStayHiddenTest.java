package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After all kinds of calls no secret can be found where it should not be. */
class CredentialsStayHiddenTest {
    private static final String CONFIGURATION_SECRET = "a-secret-of-the-connection";
    private static final String CHANGED_SECRET = "an0ther-secret-of-the-connection";
    private static final List<String> CONFIGURATION_SECRETS =
            List.of(CONFIGURATION_SECRET, CHANGED_SECRET, inBase64(CONFIGURATION_SECRET), inBase64(CHANGED_SECRET));

    @TempDir
    Path directory;

    @Test
    void a_gateway_sends_configuration_values_on_and_keeps_them_nowhere() throws IOException {
        Path behind = directory.resolve("behind");
        Path data = directory.resolve("data");
        String output;
        try (ServerProcess server = ServerProcess.start(behind, directory.resolve("behind-log"));
                ServerProcess gateway = ServerProcess.start(
                        data,
                        directory.resolve("log"),
                        Map.of(
                                "WHARF_UPSTREAM_URL",
                                server.url().toString(),
                                "WHARF_UPSTREAM_KEY",
                                ServerProcess.ADMIN.key(),
                                "WHARF_UPSTREAM_SECRET",
                                ServerProcess.ADMIN.secret()))) {
            use(gateway);
            output = gateway.output() + server.output();
        }

        assertThat(output).contains("CONNECTION_UPDATED").doesNotContain(CONFIGURATION_SECRETS);
        assertNoneIn(data, CONFIGURATION_SECRETS);
        assertNoneIn(behind, CONFIGURATION_SECRETS);
    }

    @Test
    void no_secret_is_in_any_output_file_or_process_list() throws IOException {
        Path data = directory.resolve("data");
        String secret = ServerProcess.ADMIN.secret();
        String joined = inBase64(ServerProcess.ADMIN.key() + ":" + secret);
        List<String> secrets = new ArrayList<>(List.of(secret, joined, "a-wrong-secret"));
        secrets.addAll(CONFIGURATION_SECRETS);

        String output;
        try (ServerProcess server = ServerProcess.start(data, directory.resolve("log"))) {
            use(server);
            assertThat(Files.readString(Path.of("/proc/" + server.pid() + "/cmdline")))
                    .doesNotContain(secrets);
            output = server.output();
        }

        assertThat(output).contains("PACKAGE_CREATED").doesNotContain(secrets);
        assertNoneIn(data, secrets);
        assertThat(data.resolve("secrets.key")).exists();
    }

    /** Every byte of the catalog, of what SQLite keeps beside it, and of all archives. */
    private static void assertNoneIn(Path data, List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            files.forEach(file -> {
                assertOnlyOwnerReads(file);
                if (Files.isRegularFile(file)) {
                    assertThat(read(file)).as(file.toString()).doesNotContain(secrets);
                }
            });
        }
    }

    private static String inBase64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void use(ServerProcess server) {
        Calls admin = server.asAdmin();
        String id = admin.upload(Zips.connector("# x")).text("id");
        String group =
                admin.json("POST", "/v1/groups", "{\"name\":\"warehouse\"}").text("id");
        String body = "{\"group_id\":\"" + group
                + "\",\"service\":\"connector_sdk\",\"config\":{\"schema\":\"c\",\"package_id\":\"" + id
                + "\",\"secrets_list\":[{\"key\":\"token\",\"value\":\"" + CONFIGURATION_SECRET + "\"}]}}";
        Calls.Answer created = admin.json("POST", "/v1/connections", body);
        assertThat(created.status()).isEqualTo(201);
        assertThat(new String(created.bytes(), StandardCharsets.UTF_8)).doesNotContain(CONFIGURATION_SECRET);
        String one = "/v1/connections/" + created.text("id");
        assertHidden(admin.json("PATCH", one, secrets(CHANGED_SECRET)), 200);
        assertHidden(admin.get(one), 200);
        assertHidden(admin.get("/v1/connectors"), 200);
        assertHidden(admin.send("POST", one + "/test", null), 200);
        assertThat(admin.json("PATCH", one, secrets("******")).status()).isEqualTo(400);
        admin.json("POST", "/v1/connections", body);
        admin.json("POST", "/v1/connections", body.substring(0, body.length() - 3));
        new Calls(server.url(), new Credentials(ServerProcess.ADMIN.key(), "a-wrong-secret")).get(Calls.PACKAGES);
        admin.authorizing("Basic %%%").get(Calls.PACKAGES);
        admin.upload(new byte[] {1, 2, 3});
    }

    private static String secrets(String value) {
        return "{\"config\":{\"secrets_list\":[{\"key\":\"token\",\"value\":\"" + value + "\"}]}}";
    }

    private static void assertHidden(Calls.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                .contains("\"token\"")
                .contains("******")
                .doesNotContain(CONFIGURATION_SECRETS);
    }

    private static void assertOnlyOwnerReads(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            assertThat(permissions)
                    .as(file.toString())
                    .doesNotContain(
                            PosixFilePermission.GROUP_READ,
                            PosixFilePermission.OTHERS_READ,
                            PosixFilePermission.GROUP_WRITE,
                            PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
