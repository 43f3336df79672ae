package org.binnacle.inventory.exchange;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.InstanceDraft;
import org.jspecify.annotations.Nullable;

/// Connections of MySQL Workbench (`connections.xml`). Passwords lie in the system's keychain under
/// Workbench's own name and are not read.
final class Workbench {
  private static final String CONNECTION = "db.mgmt.Connection";
  private static final List<String> MODES =
      List.of("DISABLED", "PREFERRED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY");
  private final Path file;
  private final List<Found> found = new ArrayList<>();

  private Workbench(Path file) {
    this.file = file;
  }

  static Reading read(Path file) {
    var reader = new Workbench(file);
    XMLStreamReader xml = null;
    try {
      xml = factory().createXMLStreamReader(new StringReader(SourceFile.text(file)));
      reader.walk(xml);
      return Reading.of(reader.found);
    } catch (XMLStreamException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw SourceFile.broken(file, line, "this is no well-formed XML");
    } finally {
      close(xml);
    }
  }

  /// Neither document types nor anything outside the file: both are ways to attack a reader.
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private void walk(XMLStreamReader xml) throws XMLStreamException {
    int depth = 0;
    int connectionDepth = -1;
    int connectionLine = 1;
    Map<String, String> values = new HashMap<>();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw SourceFile.broken(file, line(xml), "a document type is not allowed");
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          boolean opens =
              connectionDepth < 0
                  && xml.getLocalName().equals("value")
                  && "object".equals(attribute(xml, "type"))
                  && CONNECTION.equals(attribute(xml, "struct-name"));
          if (opens) {
            connectionDepth = depth;
            connectionLine = line(xml);
            values.clear();
          } else if (connectionDepth >= 0 && isText(xml)) {
            String key = attribute(xml, "key");
            values.putIfAbsent(key, xml.getElementText());
            depth--; // its end was read too
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth == connectionDepth) {
            add(values, connectionLine);
            connectionDepth = -1;
          }
          depth--;
        }
        default -> {}
      }
    }
  }

  private void add(Map<String, String> values, int line) {
    String driver = values.getOrDefault("driver", "");
    if (!driver.isEmpty() && !driver.contains("mysql")) {
      return;
    }
    String host = values.getOrDefault("hostName", "");
    String port = values.getOrDefault("port", "");
    String mode = mode(values.getOrDefault("useSSL", ""));
    Set<Field> known =
        EnumSet.of(Field.NAME, Field.HOST, Field.PORT, Field.USER, Field.TLS, Field.CA);
    var draft =
        new InstanceDraft()
            .set(Field.NAME, values.getOrDefault("name", ""))
            .set(Field.HOST, host.isEmpty() ? "localhost" : host)
            .set(Field.PORT, port.isEmpty() || port.equals("0") ? "3306" : port)
            .set(Field.USER, values.getOrDefault("userName", ""))
            .set(Field.TLS, mode)
            .set(Field.CA, mode.startsWith("VERIFY") ? values.getOrDefault("sslCA", "") : "");
    if (driver.contains("sshtun")) {
      String ssh = values.getOrDefault("sshHost", "");
      int colon = ssh.lastIndexOf(':');
      boolean hasPort = colon > 0 && ssh.indexOf(':') == colon;
      draft
          .set(Field.TUNNEL_HOST, hasPort ? ssh.substring(0, colon) : ssh)
          .set(Field.TUNNEL_PORT, hasPort ? ssh.substring(colon + 1) : "22")
          .set(Field.TUNNEL_USER, values.getOrDefault("sshUserName", ""))
          .set(Field.TUNNEL_KEY, values.getOrDefault("sshKeyFile", ""));
      known.addAll(
          EnumSet.of(Field.TUNNEL_HOST, Field.TUNNEL_PORT, Field.TUNNEL_USER, Field.TUNNEL_KEY));
    }
    found.add(new Found(draft, known, true, Optional.empty(), file + ":" + line));
  }

  private static String mode(String useSsl) {
    return useSsl.matches("[0-4]") ? MODES.get(Integer.parseInt(useSsl)) : "PREFERRED";
  }

  /// A leaf with a value: `<value type="string" key="...">`, or the link to the driver.
  private static boolean isText(XMLStreamReader xml) {
    String type = attribute(xml, "type");
    return !attribute(xml, "key").isEmpty()
        && (xml.getLocalName().equals("link")
            || type.equals("string")
            || type.equals("int")
            || type.equals("real"));
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static int line(XMLStreamReader xml) {
    return xml.getLocation().getLineNumber();
  }

  private static void close(@Nullable XMLStreamReader xml) {
    try {
      if (xml != null) {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // it reads from memory
    }
  }
}
