package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority made for a test, by the JDK's own keytool, and certificates that it signs. */
public final class TestCertificates {
    /** Opens every key store. */
    public static final String PASSWORD = "changeit";

    private static final String AUTHORITY = "authority";
    private static final int LINE = 64;

    private final Path directory;

    /**
     * Makes the authority, {@code CN=authority}.
     *
     * @param directory where its files go
     * @throws IOException if there is no place for them
     */
    public TestCertificates(Path directory) throws IOException {
        this.directory = directory;
        keytool(AUTHORITY, "-ext", "bc:critical=ca:true", "-startdate", "-30d", "-validity", "365");
    }

    /**
     * A key store that trusts the authority.
     *
     * @return the file, as {@code javax.net.ssl.trustStore} takes it
     * @throws GeneralSecurityException if Java cannot make one
     * @throws IOException if it cannot be written
     */
    public Path trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry(AUTHORITY, all().getCertificate(AUTHORITY));
        return save(trusted, "trusted");
    }

    /**
     * The authority's certificate as PEM.
     *
     * @return its text, with line feeds
     * @throws GeneralSecurityException if Java cannot read what it made
     * @throws IOException if it cannot be read
     */
    public String pem() throws GeneralSecurityException, IOException {
        byte[] encoded = all().getCertificate(AUTHORITY).getEncoded();
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(LINE, newline).encodeToString(encoded)
                + "\n-----END CERTIFICATE-----\n";
    }

    /**
     * A key store with a key for a host.
     *
     * @param host the host's name
     * @param begins how many days from now its certificate begins
     * @param ends and ends
     * @return the file
     * @throws GeneralSecurityException if Java cannot make one
     * @throws IOException if it cannot be written
     */
    public Path of(String host, int begins, int ends) throws GeneralSecurityException, IOException {
        String name = "server" + begins + "to" + ends + host;
        keytool(
                name,
                "-signer",
                AUTHORITY,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                (begins < 0 ? "" : "+") + begins + "d",
                "-validity",
                "" + (ends - begins));
        KeyStore all = all();
        Key key = all.getKey(name, PASSWORD.toCharArray());
        KeyStore server = empty();
        server.setKeyEntry(name, key, PASSWORD.toCharArray(), all.getCertificateChain(name));
        return save(server, name);
    }

    private void keytool(String alias, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys().toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(keytool.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private KeyStore all() throws GeneralSecurityException, IOException {
        KeyStore all = empty();
        try (InputStream in = Files.newInputStream(keys())) {
            all.load(in, PASSWORD.toCharArray());
        }
        return all;
    }

    private Path keys() {
        return directory.resolve("keys.p12");
    }

    private Path save(KeyStore keys, String name) throws GeneralSecurityException, IOException {
        Path file = directory.resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        return empty;
    }
}
