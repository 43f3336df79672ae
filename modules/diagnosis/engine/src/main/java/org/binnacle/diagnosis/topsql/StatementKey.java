package org.binnacle.diagnosis.topsql;

/// What tells statements apart: the default schema they ran in, and the digest of their text.
///
/// @param schema empty where there was none
/// @param digest the server's DIGEST, or the hash of our own fingerprint in a sampled analysis;
///   empty (with an empty schema) for what did not find room in a full digest table
public record StatementKey(String schema, String digest) implements Comparable<StatementKey> {
  /// What did not find room in the server's digest table.
  public static final StatementKey OTHERS = new StatementKey("", "");

  public boolean others() {
    return digest.isEmpty();
  }

  @Override
  public int compareTo(StatementKey other) {
    int byDigest = digest.compareTo(other.digest);
    return byDigest != 0 ? byDigest : schema.compareTo(other.schema);
  }
}
