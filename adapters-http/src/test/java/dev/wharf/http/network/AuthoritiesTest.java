package dev.wharf.http.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.testkit.TestCertificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {
    @TempDir
    Path directory;

    @Test
    void several_certificates_are_read_whatever_stands_around_them_and_whatever_the_line_ends_are() throws Exception {
        String pem = new TestCertificates(directory).pem();
        Path file = Files.writeString(
                directory.resolve("ca.pem"),
                "\ufeff# Firma Grün\r\n" + pem.replace("\n", "\r\n")
                        + "Subject: none\n-----BEGIN PRIVATE KEY-----\nAAAA\n" + "-----END PRIVATE KEY-----\n"
                        + pem.strip(),
                StandardCharsets.UTF_8);

        assertThat(Authorities.of(file.toString(), "--ca-file").read()).hasSize(2);
    }

    @Test
    void indented_lines_and_the_line_ends_of_old_systems_do_not_matter() throws Exception {
        String pem = new TestCertificates(directory).pem();
        Path indented = Files.writeString(directory.resolve("indented.pem"), pem.replaceAll("(?m)^", "    "));
        Path old = Files.writeString(directory.resolve("old.pem"), pem.replace('\n', '\r'));

        assertThat(Authorities.of(indented.toString(), "--ca-file").read()).hasSize(1);
        assertThat(Authorities.of(old.toString(), "--ca-file").read()).hasSize(1);
    }

    @Test
    void every_file_that_the_environment_names_is_read() throws Exception {
        String file = Files.writeString(directory.resolve("ca.pem"), new TestCertificates(directory).pem())
                .toString();
        Authorities named = Authorities.ofEnvironment(Map.of(
                "SSL_CERT_FILE",
                file,
                "REQUESTS_CA_BUNDLE",
                file,
                "CURL_CA_BUNDLE",
                file,
                "NODE_EXTRA_CA_CERTS",
                file));

        assertThat(named.read()).hasSize(4);
        assertThat(Authorities.ofEnvironment(Map.of("SSL_CERT_FILE", "")).isEmpty())
                .isTrue();
    }

    @Test
    void a_file_that_is_missing_empty_or_without_a_certificate_is_named_with_its_variable() throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.pem"), " \n");
        Path without = Files.writeString(directory.resolve("without.pem"), "CN=corp\n");
        Path broken = Files.writeString(
                directory.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        String pem = new TestCertificates(directory).pem();
        Path cut = Files.writeString(directory.resolve("cut.pem"), pem + pem.substring(0, pem.length() / 2));
        Path key = Files.writeString(
                directory.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertRefused(cut, "an unreadable certificate, number 2");
        assertRefused(key, "has no certificate");
        assertRefused(directory.resolve("missing.pem"), "does not exist");
        assertRefused(empty, "is empty");
        assertRefused(without, "has no certificate");
        assertRefused(broken, "has an unreadable certificate, number 1");
        assertRefused(directory, "is a directory");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> Authorities.ofEnvironment(Map.of("REQUESTS_CA_BUNDLE", file.toString()))
                        .read())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("REQUESTS_CA_BUNDLE")
                .hasMessageContaining(why);
    }
}
