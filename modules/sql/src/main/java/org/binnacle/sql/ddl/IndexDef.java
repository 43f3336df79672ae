package org.binnacle.sql.ddl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.binnacle.sql.Span;

/// An index as it is defined.
///
/// @param name empty where none is written; a primary key's is `PRIMARY`
/// @param nameSpan of the name, of the definition where none is written
/// @param method BTREE, HASH or RTREE where it is written
/// @param inline whether it is a column's own PRIMARY KEY or UNIQUE
public record IndexDef(
    Kind kind,
    Optional<String> name,
    Span nameSpan,
    List<KeyPart> parts,
    boolean visible,
    Optional<String> method,
    Optional<String> comment,
    boolean inline,
    Span span) {

  public enum Kind {
    PRIMARY,
    UNIQUE,
    PLAIN,
    FULLTEXT,
    SPATIAL
  }

  public IndexDef {
    parts = List.copyOf(parts);
  }

  public boolean isUnique() {
    return kind == Kind.PRIMARY || kind == Kind.UNIQUE;
  }

  /// A tree that is searched from the left.
  public boolean isOrdered() {
    return kind == Kind.PRIMARY || kind == Kind.UNIQUE || kind == Kind.PLAIN;
  }

  /// `(a, b(10) DESC)`
  public String shownParts() {
    return parts.stream().map(KeyPart::shown).collect(Collectors.joining(", ", "(", ")"));
  }

  /// The name, or what it is on.
  public String shown() {
    return kind == Kind.PRIMARY ? "PRIMARY" : name.orElseGet(this::shownParts);
  }

  public IndexDef withName(String name) {
    return new IndexDef(
        kind, Optional.of(name), nameSpan, parts, visible, method, comment, inline, span);
  }

  public IndexDef withVisible(boolean visible) {
    return new IndexDef(kind, name, nameSpan, parts, visible, method, comment, inline, span);
  }

  public IndexDef withParts(List<KeyPart> parts) {
    return new IndexDef(kind, name, nameSpan, parts, visible, method, comment, inline, span);
  }
}
