package dev.wharf.http.network;

import dev.wharf.failure.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Certificates in PEM files that are trusted besides Java's own. The files are read when a host is first asked over TLS. */
public final class Authorities {
    /** None besides Java's own. */
    public static final Authorities NONE = new Authorities(Map.of());

    /** What other programs of the same machine are told by. All that are set are taken. */
    static final List<String> VARIABLES =
            List.of("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS");

    private static final Pattern CERTIFICATE = Pattern.compile(
            "-----BEGIN (?:X509 )?CERTIFICATE-----(.*?)-----END (?:X509 )?CERTIFICATE-----", Pattern.DOTALL);
    /** One that has no end was cut off. */
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN (?:X509 )?CERTIFICATE-----");

    private static final long MOST_BYTES = 64L << 20;

    /** The files, each by where it was named. */
    private final Map<String, String> files;

    private Authorities(Map<String, String> files) {
        this.files = files;
    }

    /**
     * The certificates of a file.
     *
     * @param file the file's path
     * @param origin where it was named
     * @return the authorities; nothing is read yet
     */
    public static Authorities of(String file, String origin) {
        return new Authorities(Map.of(origin, file));
    }

    /**
     * The certificates of the files that the environment names: {@code SSL_CERT_FILE}, {@code REQUESTS_CA_BUNDLE},
     * {@code CURL_CA_BUNDLE} and {@code NODE_EXTRA_CA_CERTS}.
     *
     * @param environment the variables
     * @return the authorities; nothing is read yet
     */
    public static Authorities ofEnvironment(Map<String, String> environment) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String variable : VARIABLES) {
            String file = environment.get(variable);
            if (file != null && !file.isBlank()) {
                files.put(variable, file);
            }
        }
        return files.isEmpty() ? NONE : new Authorities(files);
    }

    /**
     * Whether there are any files to read.
     *
     * @return true if there are none
     */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * The files and where they were named, for people.
     *
     * @return such as {@code /etc/ca.pem (from SSL_CERT_FILE)}; empty if there are none
     */
    public String text() {
        return files.entrySet().stream()
                .map(each -> each.getValue() + " (from " + each.getKey() + ")")
                .collect(Collectors.joining(", "));
    }

    /**
     * Reads the files. Text around the certificates, and line ends of any kind, do not matter.
     *
     * @return the certificates of all files, at least one of each
     * @throws InvalidRequestException if a file cannot be read, or has no certificate; the message names it and where it was named
     */
    public List<X509Certificate> read() {
        List<X509Certificate> all = new ArrayList<>();
        files.forEach((origin, file) -> all.addAll(read(file, origin)));
        return all;
    }

    private static List<X509Certificate> read(String name, String origin) {
        String text = text(name, origin);
        List<X509Certificate> found = new ArrayList<>();
        Matcher matcher = CERTIFICATE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            found.add(certificate(matcher.group(1), name, origin, found.size() + 1));
            end = matcher.end();
        }
        if (BEGIN.matcher(text.substring(end)).find()) {
            throw unreadable(name, origin, found.size() + 1);
        }
        if (found.isEmpty()) {
            throw wrong(name, origin, text.isBlank() ? "is empty" : "has no certificate in PEM (BEGIN CERTIFICATE)");
        }
        return found;
    }

    private static String text(String name, String origin) {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw wrong(name, origin, "is a directory, not a file");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw wrong(name, origin, "is too large for certificates");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw wrong(name, origin, "does not exist");
        } catch (IOException e) {
            throw wrong(name, origin, "cannot be read");
        }
    }

    private static X509Certificate certificate(String base64, String name, String origin, int number) {
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64.strip() + "\n-----END CERTIFICATE-----\n";
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (CertificateException e) {
            throw unreadable(name, origin, number);
        }
    }

    private static InvalidRequestException unreadable(String name, String origin, int number) {
        return wrong(name, origin, "has an unreadable certificate, number " + number);
    }

    private static InvalidRequestException wrong(String name, String origin, String how) {
        return new InvalidRequestException(
                "The certificate file named by " + origin + " " + how + ": " + name + ".",
                "Name a PEM file with the authorities to trust, or leave it out.");
    }
}
