package org.binnacle.sql;

/// What a stretch of SQL text is.
public enum TokenType {
  /// White space; at least one character.
  SPACE,
  /// `-- ...` and `# ...` up to the end of the line, `/* ... */`.
  COMMENT,
  /// `/*!80013`, `/*!`, `/*M!100100`: what follows runs on servers from that version on.
  VERSION_OPEN,
  /// The `*/` that ends a version comment.
  VERSION_CLOSE,
  /// `/*+ ... */` behind SELECT, INSERT, REPLACE, UPDATE or DELETE.
  HINT,
  /// A bare word: a keyword or a name, see {@link Keywords}.
  WORD,
  /// A bare word that can only be a name: behind a dot, or beginning with a digit.
  NAME,
  /// A name in backticks, or in double quotes under ANSI_QUOTES.
  QUOTED_NAME,
  /// A text in single or double quotes, or `N'...'`.
  STRING,
  NUMBER,
  /// `0x1F`, `x'1F'`, `0b01`, `b'01'`.
  BYTES,
  /// `_utf8mb4` before a literal.
  INTRODUCER,
  /// `@name`, `@'any name'`.
  USER_VARIABLE,
  /// `@@name`, `@@global.name`.
  SYSTEM_VARIABLE,
  /// The `@host` of an account name such as `'app'@'10.%'`.
  HOST,
  /// `?`, or `:name` as some drivers have it.
  PLACEHOLDER,
  OPERATOR,
  /// `(`
  OPEN,
  /// `)`
  CLOSE,
  COMMA,
  DOT,
  /// What ends a statement here: `;` or what a DELIMITER line set.
  DELIMITER,
  /// A `DELIMITER ...` line, which the client reads and the server never sees.
  COMMAND,
  /// A backslash and the character behind it: `\N` (NULL), `\G` and `\g` (end of statement).
  ESCAPE,
  /// A character that begins nothing in SQL.
  UNKNOWN;

  /// Whether servers take no notice of it.
  public boolean isSilent() {
    return this == SPACE || this == COMMENT;
  }

  /// Whether it is a literal value.
  public boolean isLiteral() {
    return this == STRING || this == NUMBER || this == BYTES;
  }
}
