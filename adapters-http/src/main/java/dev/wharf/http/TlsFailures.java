package dev.wharf.http;

import dev.wharf.failure.Diagnosis;
import dev.wharf.http.TellingTrust.Distrusted;
import dev.wharf.http.network.Authorities;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a host is not trusted, and what to check. */
final class TlsFailures {
    /** As Java has it, which has no kind of its own for this. */
    private static final Pattern OTHER_HOST = Pattern.compile("No (name matching|subject alternative)");

    private TlsFailures() {}

    /** Null if the failure is none of TLS. */
    static @Nullable Diagnosis explain(Throwable failure, String host, Authorities authorities) {
        if (Causes.find(failure, NotSslRecordException.class) != null) {
            return new Diagnosis(
                    host + " does not use TLS at this address.",
                    "Check the URL's port, and whether the URL must begin with http://.");
        }
        SSLException tls = Causes.find(failure, SSLException.class);
        if (tls == null) {
            return null;
        }
        Diagnosis reason = reason(tls, authorities);
        return new Diagnosis(
                "No trusted TLS connection to " + host + ", so no credentials were sent: " + reason.problem(),
                reason.hint());
    }

    private static Diagnosis reason(SSLException tls, Authorities authorities) {
        String certificate = "its certificate" + which(tls);
        if (Causes.find(tls, CertificateExpiredException.class) != null) {
            return new Diagnosis(
                    certificate + " has expired.",
                    "Check this machine's clock. If it is right, the host's operator must renew the certificate.");
        }
        if (Causes.find(tls, CertificateNotYetValidException.class) != null) {
            return new Diagnosis(certificate + " is not valid yet.", "Check this machine's clock.");
        }
        if (Causes.find(tls, CertPathBuilderException.class) != null) {
            return new Diagnosis(
                    certificate + " was issued by an authority that Java does not trust here"
                            + (authorities.isEmpty() ? "." : ", and neither does " + authorities.text() + "."),
                    "Check the URL, and whether a proxy opens the traffic. If the authority is your company's,"
                            + " name a PEM"
                            + " file with its certificate: in SSL_CERT_FILE, in --ca-file of wharf, or in"
                            + " wharf.upstream.ca-file of a gateway.");
        }
        CertificateException refused = Causes.find(tls, CertificateException.class);
        String said = refused == null ? null : refused.getMessage();
        if (said != null && OTHER_HOST.matcher(said).lookingAt()) {
            return new Diagnosis(
                    certificate + " is for another host.", "Check the URL's host name. The certificate must name it.");
        }
        return new Diagnosis(
                Told.line(String.valueOf(tls.getMessage())) + ".",
                "Check the URL, the proxy, and which versions of TLS the host supports.");
    }

    /** Whose certificate it is and by whom it was issued, if that is known. Whoever made it wrote it, whatever it says. */
    private static String which(SSLException tls) {
        Distrusted distrusted = Causes.find(tls, Distrusted.class);
        if (distrusted == null) {
            return "";
        }
        String subject = distrusted.certificate().getSubjectX500Principal().getName();
        String issuer = distrusted.certificate().getIssuerX500Principal().getName();
        return " (" + Told.line(subject) + ", issued by " + (issuer.equals(subject) ? "itself" : Told.line(issuer))
                + ")";
    }
}
