package dev.wharf.cli.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Configuration values that the vendor's {@code fivetran configuration} encrypted. To send one as it is would make its cipher text
 * the password, so it is decrypted with the key that the vendor's tool keeps in the user's home, or refused.
 */
final class EncryptedValues {
    private static final String PREFIX = "fivetran_encrypted:";
    private static final Pattern OF_OTHERS = Pattern.compile("(?s)ENCRYPTED:v[0-9]+:(?<keyId>[^:]{0,100}).*");
    private static final Path KEY_FILE = Path.of(".fivetran", "connector_sdk", "config_encryption_key");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path keyFile;

    EncryptedValues(Path home) {
        this.keyFile = home.resolve(KEY_FILE);
    }

    /** What is meant: the decrypted text, or the text itself where it is not encrypted. */
    String opened(ValuePlace place, String text) {
        Matcher others = OF_OTHERS.matcher(text);
        if (others.matches()) {
            throw place.refused("is encrypted with the key '" + others.group("keyId")
                    + "', which Wharf cannot use: give the value itself, in an environment variable that ${NAME} stands"
                    + " for.");
        }
        return text.startsWith(PREFIX) ? decrypted(place, text.substring(PREFIX.length())) : text;
    }

    private String decrypted(ValuePlace place, String encoded) {
        byte[] key = key(place);
        try {
            byte[] sealed = Base64.getDecoder().decode(encoded.strip());
            if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                throw unopened(place);
            }
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(place.key().getBytes(StandardCharsets.UTF_8));
            byte[] opened = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(opened))
                    .toString();
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException e) {
            throw unopened(place);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] key(ValuePlace place) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(keyFile).strip());
        } catch (NoSuchFileException e) {
            throw place.refused("is encrypted, and its key is not there: " + keyFile
                    + ". Deploy where 'fivetran configuration' was run, or give the value itself, in an environment"
                    + " variable that ${NAME} stands for.");
        } catch (IOException | IllegalArgumentException e) {
            throw noKey(place);
        }
        if (key.length != KEY_BYTES) {
            throw noKey(place);
        }
        return key;
    }

    private RuntimeException noKey(ValuePlace place) {
        return place.refused("is encrypted, and " + keyFile + " holds no key that can be read: it must be " + KEY_BYTES
                + " bytes in base64. Run 'fivetran configuration' again.");
    }

    private RuntimeException unopened(ValuePlace place) {
        return place.refused("is encrypted, and cannot be decrypted with the key in " + keyFile
                + ": it was encrypted with another key or for another field, or was changed. Run 'fivetran configuration'"
                + " again.");
    }
}
