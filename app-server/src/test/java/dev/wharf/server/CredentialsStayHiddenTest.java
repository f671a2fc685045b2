package dev.wharf.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wharf.http.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After all kinds of calls no secret can be found where it should not be. */
class CredentialsStayHiddenTest {
    private static final String CONFIGURATION_SECRET = "a-secret-of-the-connection";

    @TempDir
    Path directory;

    @Test
    void no_secret_is_in_any_output_file_or_process_list() throws IOException {
        Path data = directory.resolve("data");
        String secret = ServerProcess.ADMIN.secret();
        String joined = Base64.getEncoder()
                .encodeToString((ServerProcess.ADMIN.key() + ":" + secret).getBytes(StandardCharsets.UTF_8));
        List<String> secrets = List.of(secret, joined, CONFIGURATION_SECRET, "a-wrong-secret");

        String output;
        try (ServerProcess server = ServerProcess.start(data, directory.resolve("log"))) {
            use(server);
            assertThat(Files.readString(Path.of("/proc/" + server.pid() + "/cmdline")))
                    .doesNotContain(secrets);
            output = server.output();
        }

        assertThat(output).contains("PACKAGE_CREATED").doesNotContain(secrets);
        try (Stream<Path> files = Files.walk(data)) {
            files.forEach(file -> {
                assertOnlyOwnerReads(file);
                if (Files.isRegularFile(file)) {
                    assertThat(read(file)).as(file.toString()).doesNotContain(secrets);
                }
            });
        }
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
        admin.json("POST", "/v1/connections", body);
        admin.json("POST", "/v1/connections", body.substring(0, body.length() - 3));
        new Calls(server.url(), new Credentials(ServerProcess.ADMIN.key(), "a-wrong-secret")).get(Calls.PACKAGES);
        admin.authorizing("Basic %%%").get(Calls.PACKAGES);
        admin.upload(new byte[] {1, 2, 3});
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
