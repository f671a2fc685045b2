package dev.wharf.http;

import io.netty.handler.ssl.NotSslRecordException;
import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a host is not trusted, and what to check. */
final class TlsFailures {
    private TlsFailures() {}

    /** Null if the failure is none of TLS. */
    static @Nullable String explain(Throwable failure, URI url) {
        if (find(failure, NotSslRecordException.class) != null) {
            return url.getHost()
                    + " does not speak TLS there: check the URL's port, and whether it begins with http://.";
        }
        SSLException tls = find(failure, SSLException.class);
        return tls == null
                ? null
                : "The certificate or the encryption of " + url.getHost() + " cannot be trusted, and no"
                        + " credentials were sent: " + reason(tls);
    }

    private static String reason(SSLException tls) {
        if (find(tls, CertificateExpiredException.class) != null) {
            return "its certificate has expired. Check this machine's clock; if it is right, whoever runs the host must renew"
                    + " the certificate.";
        }
        if (find(tls, CertificateNotYetValidException.class) != null) {
            return "its certificate is not valid yet. Check this machine's clock.";
        }
        if (find(tls, CertPathBuilderException.class) != null) {
            return "its certificate was signed by an authority that Java does not know here. Check the URL, and whether a proxy"
                    + " opens the traffic; add your own authority to Java's trust store (-Djavax.net.ssl.trustStore).";
        }
        CertificateException certificate = find(tls, CertificateException.class);
        String said = certificate == null ? null : certificate.getMessage();
        if (said != null && said.startsWith("No ")) {
            return "its certificate is that of another host. Check the URL's host name: it must be one that the certificate"
                    + " names.";
        }
        return "check the URL, the proxy, and which versions of TLS the host takes. (" + tls.getMessage() + ")";
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return kind.cast(each);
            }
        }
        return null;
    }
}
