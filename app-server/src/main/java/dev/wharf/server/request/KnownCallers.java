package dev.wharf.server.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which credentials were good lately, and from where: so that whoever guesses there cannot keep out who has them. Keeps no
 * credentials, but a hash of them under a key that nobody else has and that ends with the process.
 */
final class KnownCallers {
    private static final String HASH = "HmacSHA256";
    private static final Duration MEMORY = Duration.ofDays(1);
    private static final int MOST = 50_000;

    private final SecretKeySpec key;
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().expireAfterAccess(MEMORY).maximumSize(MOST).build();

    KnownCallers() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, HASH);
    }

    boolean isKnown(String address, BasicCredentials credentials) {
        return known.getIfPresent(print(address, credentials)) != null;
    }

    void remember(String address, BasicCredentials credentials) {
        known.put(print(address, credentials), true);
    }

    void forget(String address, BasicCredentials credentials) {
        known.invalidate(print(address, credentials));
    }

    private String print(String address, BasicCredentials credentials) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            mac.update((address + '\n' + credentials.key() + ':').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(credentials.secret().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new AssertionError("every Java platform must provide " + HASH, e);
        }
    }
}
