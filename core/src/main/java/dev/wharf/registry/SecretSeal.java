package dev.wharf.registry;

import dev.wharf.failure.StorageException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.SealingKey;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals values with AES-256 in Galois/counter mode: a version, a fresh nonce, the ciphertext and its tag, in base64. A sealed value
 * opens only as that of the connection and the key it was sealed for, so none can be moved to where it would be shown or used.
 */
final class SecretSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    /** Of a text, as nearly all values are. */
    private static final byte TEXT = 1;

    /** Of anything else. */
    private static final byte OTHER = 2;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    SealedSecret seal(SealingKey key, ConnectionId connection, Secret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte version = secret.value() instanceof SecretValue.Text ? TEXT : OTHER;
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, key, nonce, place(version, connection, secret.key()))
                    .doFinal(SecretBytes.of(secret.value()));
            byte[] result = ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length)
                    .put(version)
                    .put(nonce)
                    .put(ciphertext)
                    .array();
            return new SealedSecret(secret.key(), key.id(), Base64.getEncoder().encodeToString(result));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    Secret open(SealingKey key, ConnectionId connection, SealedSecret secret) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(secret.sealed()));
            if (bytes.remaining() < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                throw damaged(connection, null);
            }
            byte version = bytes.get();
            if (version != TEXT && version != OTHER) {
                throw damaged(connection, null);
            }
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] ciphertext = new byte[bytes.remaining()];
            bytes.get(ciphertext);
            byte[] value = cipher(Cipher.DECRYPT_MODE, key, nonce, place(version, connection, secret.key()))
                    .doFinal(ciphertext);
            return new Secret(secret.key(), version == TEXT ? SecretBytes.text(value) : SecretBytes.other(value));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw damaged(connection, e);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static Cipher cipher(int mode, SealingKey key, byte[] nonce, byte[] place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }

    /** Identifiers hold no NUL, so no two places read the same. */
    private static byte[] place(byte version, ConnectionId connection, String key) {
        return ("wharf secret " + version + "\0" + connection + "\0" + key).getBytes(StandardCharsets.UTF_8);
    }

    private static StorageException damaged(ConnectionId connection, @Nullable Exception cause) {
        return new StorageException(
                "A configuration value of the connection " + connection + " was changed in the catalog.",
                "Send its whole configuration again, or restore the last backup.",
                cause);
    }

    private static StorageException missing(GeneralSecurityException cause) {
        return new StorageException(
                "This Java cannot encrypt with AES-GCM.", "Run another Java of version 17 or newer.", cause);
    }
}
