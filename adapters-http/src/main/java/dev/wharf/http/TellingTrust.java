package dev.wharf.http;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.http.network.Authorities;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts whom Java's own authorities or those that were named vouch for, and tells whom it did not trust. */
final class TellingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;

    private TellingTrust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /**
     * Reads the certificates.
     *
     * @throws dev.wharf.failure.InvalidRequestException if those that were named cannot be read
     */
    static TellingTrust of(Authorities authorities) {
        List<X509Certificate> named = authorities.read();
        X509ExtendedTrustManager own = ofJava();
        try {
            if (named.isEmpty()) {
                return new TellingTrust(own);
            }
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(null, null);
            int count = 0;
            for (X509Certificate each : own.getAcceptedIssuers()) {
                all.setCertificateEntry("java-" + count++, each);
            }
            for (X509Certificate each : named) {
                all.setCertificateEntry("named-" + count++, each);
            }
            return new TellingTrust(judge(all));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the trusted certificates cannot be set up", e);
        }
    }

    private static X509ExtendedTrustManager ofJava() {
        try {
            return judge(null);
        } catch (GeneralSecurityException e) {
            InvalidRequestException unusable = new InvalidRequestException(
                    "Java's own trust store cannot be used.",
                    "Check javax.net.ssl.trustStore and javax.net.ssl.trustStoreType. Name a PEM file in"
                            + " SSL_CERT_FILE instead.");
            unusable.initCause(e);
            throw unusable;
        }
    }

    private static X509ExtendedTrustManager judge(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("Java has no judge of certificates"));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        telling(chain, () -> judge.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        telling(chain, () -> judge.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        telling(chain, () -> judge.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }

    private static void telling(X509Certificate[] chain, Judgement judgement) throws CertificateException {
        try {
            judgement.pass();
        } catch (CertificateException e) {
            throw chain.length == 0 ? e : new Distrusted(chain[0], e);
        }
    }

    @FunctionalInterface
    private interface Judgement {
        void pass() throws CertificateException;
    }

    /** Whom it did not trust; why is its cause. */
    static final class Distrusted extends CertificateException {
        private static final long serialVersionUID = 1L;
        private final X509Certificate certificate;

        Distrusted(X509Certificate certificate, CertificateException why) {
            super(why.getMessage(), why);
            this.certificate = certificate;
        }

        X509Certificate certificate() {
            return certificate;
        }
    }
}
