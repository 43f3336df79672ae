package org.binnacle.mysql.flavour;

import java.util.Collections;
import org.binnacle.mysql.ServerFacts;

/// Cumulative statement digests: numeric columns for a poll, texts for the few that are shown.
///
/// Times are divided in the server: the sum of picoseconds of a busy month does not fit into a
/// signed 64-bit number.
final class DigestWords {
  private DigestWords() {}

  /// @param quantiles whether the family has them (MySQL 8.0 and newer)
  static String numbers(ServerFacts facts, boolean quantiles, long seenWithinS) {
    boolean cpu = quantiles && facts.number().atLeast(8, 0, 28);
    return """
        SELECT /* binnacle:digests */ SCHEMA_NAME AS schema_name, DIGEST AS digest,
         COUNT_STAR AS n, SUM_TIMER_WAIT DIV 1000000 AS time_us,
         SUM_LOCK_TIME DIV 1000000 AS lock_us, %s AS cpu_us, SUM_ERRORS AS errors,
         SUM_WARNINGS AS warnings, SUM_ROWS_AFFECTED AS affected, SUM_ROWS_SENT AS sent,
         SUM_ROWS_EXAMINED AS examined, SUM_CREATED_TMP_TABLES AS tmp,
         SUM_CREATED_TMP_DISK_TABLES AS tmp_disk, SUM_NO_INDEX_USED AS no_index,
         MAX_TIMER_WAIT DIV 1000000 AS max_us, %s AS p95_us, %s AS p99_us,
         FIRST_SEEN AS first_seen, LAST_SEEN AS last_seen
         FROM performance_schema.events_statements_summary_by_digest%s"""
        .formatted(
            cpu ? "SUM_CPU_TIME DIV 1000000" : "NULL",
            quantiles ? "QUANTILE_95 DIV 1000000" : "NULL",
            quantiles ? "QUANTILE_99 DIV 1000000" : "NULL",
            seenWithinS < 0
                ? ""
                : "\n WHERE LAST_SEEN >= NOW() - INTERVAL "
                    + seenWithinS
                    + " SECOND OR DIGEST IS NULL");
  }

  /// By the index on (SCHEMA_NAME, DIGEST), one look-up a statement.
  static String indexedTexts(int statements) {
    return String.join(
        "\nUNION ALL ",
        Collections.nCopies(
            statements,
            """
            (SELECT /* binnacle:digest-texts */ SCHEMA_NAME AS schema_name, DIGEST AS digest,
             DIGEST_TEXT AS text, QUERY_SAMPLE_TEXT AS sample
             FROM performance_schema.events_statements_summary_by_digest
             WHERE SCHEMA_NAME <=> NULLIF(?, '') AND DIGEST = ? LIMIT 1)"""));
  }

  /// In one pass, where there is no index.
  static String texts(int statements) {
    return """
        SELECT /* binnacle:digest-texts */ SCHEMA_NAME AS schema_name, DIGEST AS digest,
         DIGEST_TEXT AS text, NULL AS sample
         FROM performance_schema.events_statements_summary_by_digest
         WHERE (COALESCE(SCHEMA_NAME, ''), DIGEST) IN ("""
        + String.join(", ", Collections.nCopies(statements, "(?, ?)"))
        + ")";
  }

  /// From what the server remembers of each session: ten statements, and that which runs.
  static String sample() {
    return """
        SELECT /* binnacle:digest-sample */ ran.SQL_TEXT AS sample FROM (
         SELECT SQL_TEXT, TIMER_START FROM performance_schema.events_statements_history
         WHERE DIGEST = ? AND CURRENT_SCHEMA <=> NULLIF(?, '') AND SQL_TEXT IS NOT NULL
         UNION ALL
         SELECT SQL_TEXT, TIMER_START FROM performance_schema.events_statements_current
         WHERE DIGEST = ? AND CURRENT_SCHEMA <=> NULLIF(?, '') AND SQL_TEXT IS NOT NULL
        ) AS ran ORDER BY ran.TIMER_START DESC LIMIT 1""";
  }
}
