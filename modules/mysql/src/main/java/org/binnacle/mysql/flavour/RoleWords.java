package org.binnacle.mysql.flavour;

/// Roles and who has them, in one bounded statement; see {@link org.binnacle.mysql.Flavour}.
final class RoleWords {
  /// The privileges of roles are those of accounts here (information_schema.USER_PRIVILEGES), which
  /// shows an account without SELECT on mysql.* itself only, whatever else it may read: `blind`.
  static final String MYSQL =
      """
      SELECT /* binnacle:adminroles */ 'mandatory' AS kind, @@GLOBAL.mandatory_roles AS role,
        '' AS role_host, '' AS member, '' AS member_host
      UNION ALL (SELECT 'member', CONVERT(FROM_USER USING utf8mb4),
        CONVERT(FROM_HOST USING utf8mb4), CONVERT(TO_USER USING utf8mb4),
        CONVERT(TO_HOST USING utf8mb4) FROM mysql.role_edges LIMIT 10000)
      UNION ALL SELECT 'blind', '', '', '', '' FROM DUAL
        WHERE (SELECT COUNT(DISTINCT GRANTEE) FROM information_schema.USER_PRIVILEGES) < 2""";

  /// USER_PRIVILEGES leaves roles out; bit 15 of access is SUPER, bit 32 CONNECTION ADMIN (10.5 and
  /// newer). Nothing else of global_priv is read: it holds the passwords' hashes too.
  static final String MARIADB =
      """
      SELECT /* binnacle:adminroles */ 'member' AS kind, CONVERT(Role USING utf8mb4) AS role,
        '' AS role_host, CONVERT(User USING utf8mb4) AS member,
        CONVERT(Host USING utf8mb4) AS member_host FROM mysql.roles_mapping
      UNION ALL SELECT
        IF(CAST(JSON_VALUE(Priv,'$.access') AS UNSIGNED) & 4294967296, 'CONNECTION ADMIN', 'SUPER'),
        CONVERT(User USING utf8mb4), '', '', '' FROM mysql.global_priv
        WHERE JSON_VALUE(Priv,'$.is_role')=1
        AND CAST(JSON_VALUE(Priv,'$.access') AS UNSIGNED) & 4295000064
      LIMIT 10000""";

  private RoleWords() {}
}
