package dev.wharf.http;

import dev.wharf.http.network.Authorities;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.netty.ssl.NettyClientSslBuilder;
import io.micronaut.http.ssl.SslConfiguration;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** TLS to who is vouched for by one of Java's own authorities, or by one of those that were named. */
final class TrustedTls extends NettyClientSslBuilder {
    private final Authorities authorities;
    private @Nullable TellingTrust trust;

    TrustedTls(Authorities authorities) {
        super(new ResourceResolver());
        this.authorities = authorities;
    }

    /** TLS to a proxy, in which its own HTTP is spoken. */
    SslContext toProxy() {
        try {
            return SslContextBuilder.forClient().trustManager(trust()).build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    @Override
    protected SslContextBuilder createSslContextBuilder(SslConfiguration ssl, HttpVersionSelection versions) {
        return super.createSslContextBuilder(ssl, versions).trustManager(trust());
    }

    private synchronized TellingTrust trust() {
        TellingTrust present = trust;
        if (present == null) {
            present = TellingTrust.of(authorities);
            trust = present;
        }
        return present;
    }
}
