package org.binnacle.mysql.jdbc;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.protocol.StandardSocketFactory;
import java.io.Closeable;
import java.io.IOException;

/// Hands the driver the socket of the {@link Dial} under way on this thread. Made by the driver, by
/// name. The host name stays the server's own, so that VERIFY_IDENTITY holds through a tunnel.
public final class DialSocketFactory extends StandardSocketFactory {

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T extends Closeable> T connect(
      String serverHost, int serverPort, PropertySet properties, int loginTimeout)
      throws IOException {
    host = serverHost;
    port = serverPort;
    rawSocket = Dial.CURRENT.get().connect(serverHost, serverPort);
    configureSocket(rawSocket, properties);
    sslSocket = rawSocket;
    return (T) rawSocket;
  }
}
