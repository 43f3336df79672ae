package org.binnacle.inventory.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// Connections of `~/.mylogin.cnf`, which mysql_config_editor writes: obfuscated, not protected,
/// since the key stands in the file. Four bytes unused, twenty bytes that fold into an AES-128 key,
/// then lines, each as its length (little-endian) and AES-ECB cipher text.
final class LoginPath {
  private static final int HEAD = 4;
  private static final int KEY_MATERIAL = 20;
  private static final int LONGEST_LINE = 1 << 16;

  private LoginPath() {}

  static Reading read(Path file) {
    String text = SourceFile.text(file, decode(file, SourceFile.bytes(file)));
    Map<String, OptionFile.Group> groups = OptionFile.parse(file, text);
    List<Found> found = new ArrayList<>();
    for (OptionFile.Group group : groups.values()) {
      String name = group.name().equals("client") ? "" : group.name();
      found.add(MyCnf.found(name, group.options(), group.where()));
    }
    return Reading.of(found);
  }

  static byte[] decode(Path file, byte[] bytes) {
    if (bytes.length < HEAD + KEY_MATERIAL) {
      throw SourceFile.broken(file, 1, "the file is too short for login paths");
    }
    SecretKeySpec key = key(bytes);
    var text = new ByteArrayOutputStream();
    ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    rest.position(HEAD + KEY_MATERIAL);
    int line = 1;
    while (rest.hasRemaining()) {
      int length = rest.remaining() < 4 ? -1 : rest.getInt();
      if (length <= 0 || length > LONGEST_LINE || length > rest.remaining()) {
        throw SourceFile.broken(file, line, "the file ends too early");
      }
      var closed = new byte[length];
      rest.get(closed);
      try {
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        text.writeBytes(cipher.doFinal(closed));
      } catch (GeneralSecurityException e) {
        throw SourceFile.broken(file, line, "the line cannot be decoded");
      }
      line++;
    }
    return text.toByteArray();
  }

  private static SecretKeySpec key(byte[] bytes) {
    var key = new byte[16];
    for (int i = 0; i < KEY_MATERIAL; i++) {
      key[i % key.length] ^= bytes[HEAD + i];
    }
    var spec = new SecretKeySpec(key, "AES");
    Arrays.fill(key, (byte) 0);
    return spec;
  }
}
