package org.binnacle.state.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The vault's cryptography: PBKDF2-HMAC-SHA256 makes the key, AES-256-GCM seals each text with a
/// fresh nonce, bound to what it belongs to.
final class Seal {
  /// OWASP's advice for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet).
  static final int ITERATIONS = 600_000;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Seal() {}

  static byte[] salt() {
    return random(16);
  }

  static SecretKey key(char[] master, byte[] salt, int iterations) {
    var spec = new PBEKeySpec(master, salt, iterations, 256);
    try {
      byte[] bytes =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      try {
        return new SecretKeySpec(bytes, "AES");
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      spec.clearPassword();
    }
  }

  /// @param belongsTo what the text is sealed to; it opens under no other name
  /// @return nonce and cipher text
  static byte[] close(SecretKey key, char[] text, String belongsTo) {
    byte[] clear = utf8(text);
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, key, nonce, belongsTo).doFinal(clear);
      return ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /// Empty where the key is another one or the bytes were changed.
  static Optional<char[]> open(SecretKey key, byte[] closed, String belongsTo) {
    if (closed.length < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
      byte[] clear =
          cipher(Cipher.DECRYPT_MODE, key, nonce, belongsTo)
              .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES);
      CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(clear));
      var text = new char[decoded.remaining()];
      decoded.get(text);
      Arrays.fill(clear, (byte) 0);
      decoded.clear();
      while (decoded.hasRemaining()) {
        decoded.put('\0');
      }
      return Optional.of(text);
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String belongsTo)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] utf8(char[] text) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
    var bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    encoded.clear();
    while (encoded.hasRemaining()) {
      encoded.put((byte) 0);
    }
    return bytes;
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
