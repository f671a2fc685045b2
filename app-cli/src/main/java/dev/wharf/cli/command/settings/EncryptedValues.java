package dev.wharf.cli.command.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Configuration values that the vendor's tools encrypted: {@code fivetran configuration}, and {@code enter_configuration.py} of its
 * tools for connector authors. To send one as it is would make its cipher text the password, so it is decrypted with the key that the
 * tool keeps in the user's home, or refused.
 */
final class EncryptedValues {
    private static final String SEALED = "fivetran_encrypted:";
    private static final String SIGNED = "ENCRYPTED:";
    private static final Pattern SIGNED_FORM =
            Pattern.compile("ENCRYPTED:v1:(?<id>[^:]{1,200}):local-fernet:(?<token>.*)", Pattern.DOTALL);
    private static final Pattern SIGNED_BEGINNING =
            Pattern.compile("ENCRYPTED:v[0-9]+:(?<id>[^:]{1,200}):.*", Pattern.DOTALL);
    private static final Pattern SIGNING_KEY = Pattern.compile("FERNET_KEY:v1:(?<id>[^:\\s]{1,200}):(?<key>\\S+)");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final VendorKeyFile sealingKey;
    private final VendorKeyFile signingKey;

    EncryptedValues(Path home) {
        Path kept = home.resolve(".fivetran");
        this.sealingKey = new VendorKeyFile(
                kept.resolve("connector_sdk").resolve("config_encryption_key"), "fivetran configuration");
        this.signingKey = new VendorKeyFile(kept.resolve("csdk_master_secret"), "enter_configuration.py");
    }

    /** What is meant: the decrypted text, or the text itself where it is not encrypted. */
    String opened(ValuePlace place, String text) {
        if (text.startsWith(SEALED)) {
            return sealed(place, text.substring(SEALED.length()).strip());
        }
        return text.startsWith(SIGNED) ? signed(place, text.strip()) : text;
    }

    private String sealed(ValuePlace place, String encoded) {
        byte[] key = key(
                sealingKey.read(place, "its key"),
                Base64.getDecoder(),
                () -> sealingKey.holdsNoKey(place, KEY_BYTES + " bytes in base64"));
        return text(key, () -> unsealed(place, key, encoded), () -> sealingKey.doesNotFit(place, "the key"));
    }

    private static byte[] unsealed(ValuePlace place, byte[] key, String encoded) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(encoded);
        if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new GeneralSecurityException("too short");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
        cipher.updateAAD(place.key().getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
    }

    private String signed(ValuePlace place, String value) {
        Matcher form = SIGNED_FORM.matcher(value);
        if (!form.matches()) {
            throw unknown(place, value);
        }
        String name = "the key '" + form.group("id") + "'";
        Matcher kept = SIGNING_KEY.matcher(signingKey.read(place, name));
        Supplier<RuntimeException> noKey = () -> signingKey.holdsNoKey(place, "one line, FERNET_KEY:v1:ID:KEY");
        if (!kept.matches()) {
            throw noKey.get();
        }
        if (!kept.group("id").equals(form.group("id"))) {
            throw place.refused(
                    "is encrypted with " + name + ", but " + signingKey.path() + " holds the key" + " '"
                            + kept.group("id") + "'.",
                    "Deploy where the value was encrypted, or run" + " '" + signingKey.tool() + "' again.");
        }
        byte[] key = key(kept.group("key"), Base64.getUrlDecoder(), noKey);
        return text(key, () -> FernetToken.opened(key, form.group("token")), () -> signingKey.doesNotFit(place, name));
    }

    /** Older releases of the tool wrote other forms, and newer ones may. */
    private RuntimeException unknown(ValuePlace place, String value) {
        Matcher beginning = SIGNED_BEGINNING.matcher(value);
        String key = beginning.matches() ? " with the key '" + beginning.group("id") + "'" : "";
        return place.refused(
                "is encrypted" + key + " in a form that Wharf does not know (" + SIGNED
                        + "v1:ID:local-fernet:... is known).",
                "Run '" + signingKey.tool() + "' again. Or write ${NAME},"
                        + " and set the environment variable NAME to the value.");
    }

    private static byte[] key(String encoded, Base64.Decoder decoder, Supplier<RuntimeException> none) {
        try {
            byte[] key = decoder.decode(encoded);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below, without what was found: it may be a key with a slip in it.
        }
        throw none.get();
    }

    private static String text(byte[] key, Opening opening, Supplier<RuntimeException> unfit) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(opening.opened()))
                    .toString();
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException e) {
            throw unfit.get();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Decrypts, or fails where the key does not fit. */
    private interface Opening {
        byte[] opened() throws GeneralSecurityException;
    }
}
