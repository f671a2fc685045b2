package dev.wharf.http;

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
    static @Nullable String explain(Throwable failure, String host, Authorities authorities) {
        if (Causes.find(failure, NotSslRecordException.class) != null) {
            return host + " does not speak TLS there: check the URL's port, and whether it begins with http://.";
        }
        SSLException tls = Causes.find(failure, SSLException.class);
        return tls == null
                ? null
                : "The certificate or the encryption of " + host + " cannot be trusted, and no"
                        + " credentials were sent: " + reason(tls, authorities);
    }

    private static String reason(SSLException tls, Authorities authorities) {
        String which = which(tls);
        if (Causes.find(tls, CertificateExpiredException.class) != null) {
            return "its certificate" + which
                    + " has expired. Check this machine's clock; if it is right, whoever runs the host must"
                    + " renew the certificate.";
        }
        if (Causes.find(tls, CertificateNotYetValidException.class) != null) {
            return "its certificate" + which + " is not valid yet. Check this machine's clock.";
        }
        if (Causes.find(tls, CertPathBuilderException.class) != null) {
            return "its certificate" + which + " was signed by an authority that Java does not know here"
                    + (authorities.isEmpty() ? "" : ", nor does " + authorities.text() + " vouch for it")
                    + ". Check the URL, and whether a proxy opens the traffic; if that authority is your company's, name a PEM file"
                    + " with its certificate in SSL_CERT_FILE, in --ca-file of wharf, or in wharf.upstream.ca-file of a gateway.";
        }
        CertificateException certificate = Causes.find(tls, CertificateException.class);
        String said = certificate == null ? null : certificate.getMessage();
        if (said != null && OTHER_HOST.matcher(said).lookingAt()) {
            return "its certificate" + which
                    + " is that of another host. Check the URL's host name: it must be one that the"
                    + " certificate names.";
        }
        return "check the URL, the proxy, and which versions of TLS the host takes. ("
                + Told.line(String.valueOf(tls.getMessage())) + ")";
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
