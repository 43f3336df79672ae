package org.binnacle.sql;

import java.util.Set;

/// The character sets whose introducers (`_latin1'...'`) servers know.
final class Charsets {
  private static final Set<String> NAMES =
      Set.of(
          ("armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8"
                  + " eucjpms euckr filename gb18030 gb2312 gbk geostd8 greek hebrew hp8 keybcs2"
                  + " koi8r koi8u latin1 latin2 latin5 latin7 macce macroman sjis swe7 tis620 ucs2"
                  + " ujis utf16 utf16le utf32 utf8 utf8mb3 utf8mb4")
              .split(" "));

  private Charsets() {}

  /// @param name in lower case
  static boolean known(String name) {
    return NAMES.contains(name);
  }
}
