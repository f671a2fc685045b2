package dev.wharf.cli.command.settings;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Fernet (its specification is at github.com/fernet/spec) makes of a text: a version, a time, an initialization vector, the cipher
 * text and a signature. How old a token may be is for whoever made it to say; a configuration value is good for ever.
 */
final class FernetToken {
    /** The bytes of a key: half of them sign, half of them encrypt. */
    static final int KEY_BYTES = 32;

    private static final byte VERSION = (byte) 0x80;
    private static final int HALF = KEY_BYTES / 2;
    private static final int VECTOR_AT = 1 + Long.BYTES;
    private static final int BLOCK_BYTES = 16;
    private static final int TEXT_AT = VECTOR_AT + BLOCK_BYTES;
    private static final int SIGNATURE_BYTES = 32;

    private FernetToken() {}

    /**
     * Opens a token.
     *
     * @param key {@link #KEY_BYTES} bytes
     * @param token the token, in base64 for URLs
     * @throws GeneralSecurityException if it was not made with the key, or was changed
     * @throws IllegalArgumentException if it is not base64
     */
    static byte[] opened(byte[] key, String token) throws GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        int signatureAt = bytes.length - SIGNATURE_BYTES;
        if (signatureAt < TEXT_AT + BLOCK_BYTES || bytes[0] != VERSION) {
            throw new GeneralSecurityException("no token of a version that is known");
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, 0, HALF, "HmacSHA256"));
        mac.update(bytes, 0, signatureAt);
        if (!MessageDigest.isEqual(mac.doFinal(), Arrays.copyOfRange(bytes, signatureAt, bytes.length))) {
            throw new GeneralSecurityException("the signature is another");
        }
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, HALF, HALF, "AES"),
                new IvParameterSpec(bytes, VECTOR_AT, BLOCK_BYTES));
        return cipher.doFinal(bytes, TEXT_AT, signatureAt - TEXT_AT);
    }
}
