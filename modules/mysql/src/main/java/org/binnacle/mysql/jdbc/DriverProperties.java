package org.binnacle.mysql.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.binnacle.mysql.Bounds;
import org.binnacle.mysql.Server;

/// The driver's settings for a session of ours; see the module's README for each one's reason.
final class DriverProperties {
  private DriverProperties() {}

  /// Without user and password, which are added for the moment of connecting only.
  ///
  /// @param several whether one round trip may carry several of our own fixed statements
  static Properties of(
      Server server, String role, Bounds bounds, boolean several, Optional<TrustStores.Store> ca) {
    var it = new Properties();
    it.setProperty("socketFactory", DialSocketFactory.class.getName());
    it.setProperty("connectTimeout", millis(bounds.connect()));
    // Until the login is done silence is bounded by the connect limit, see JdbcDialer.
    it.setProperty("socketTimeout", millis(bounds.connect()));
    it.setProperty("tcpKeepAlive", "true");
    it.setProperty("sslMode", server.tls().mode().name());
    it.setProperty("allowPublicKeyRetrieval", text(server.tls().publicKeyRetrieval()));
    ca.ifPresent(
        store -> {
          it.setProperty("trustCertificateKeyStoreUrl", url(store.file()));
          it.setProperty("trustCertificateKeyStoreType", "PKCS12");
          it.setProperty("trustCertificateKeyStorePassword", store.password());
          it.setProperty("fallbackToSystemTrustStore", "false");
        });
    it.setProperty("connectionTimeZone", "UTC");
    it.setProperty("forceConnectionTimeZoneToSession", "false");
    it.setProperty("characterEncoding", "UTF-8");
    it.setProperty("connectionAttributes", "program_name:binnacle,role:" + role);
    it.setProperty("jdbcCompliantTruncation", "false");
    it.setProperty("useLocalSessionState", "true");
    it.setProperty("readOnlyPropagatesToServer", "false");
    it.setProperty("cacheServerConfiguration", "false");
    it.setProperty("zeroDateTimeBehavior", "CONVERT_TO_NULL");
    it.setProperty("yearIsDateType", "false");
    it.setProperty("tinyInt1isBit", "false");
    it.setProperty("useServerPrepStmts", "false");
    it.setProperty("allowLoadLocalInfile", "false");
    it.setProperty("allowUrlInLocalInfile", "false");
    it.setProperty("allowMultiQueries", text(several));
    // The driver would send SET net_write_timeout behind each streamed result, which clears the
    // warnings of the statement.
    it.setProperty("netTimeoutForStreamingResults", "0");
    // Our socket reads ahead: a buffer of the driver's would be 16 kB more for each connection, and
    // its other one asks the system how much there is at each packet.
    it.setProperty("useReadAheadInput", "false");
    it.setProperty("useUnbufferedInput", "true");
    it.setProperty("maintainTimeStats", "false");
    it.setProperty("logger", "com.mysql.cj.log.Slf4JLogger");
    return it;
  }

  private static String url(Path file) {
    return file.toUri().toString();
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private static String text(boolean value) {
    return Boolean.toString(value);
  }
}
