package org.binnacle.testkit.fetch;

import java.net.URI;
import java.util.Optional;

/// A Maven repository as the user's settings want it reached.
///
/// @param id of the mirror, where one stands in for the repository
/// @param login for sites that ask for one
public record MavenSite(String id, URI url, Optional<Login> login) {

  /// Never printed.
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /// Where an artifact lies below the repository's URL.
  public static String path(
      String group, String artifact, String version, String classifier, String type) {
    String suffix = classifier.isEmpty() ? "" : "-" + classifier;
    return String.join(
        "/",
        group.replace('.', '/'),
        artifact,
        version,
        artifact + "-" + version + suffix + "." + type);
  }

  public URI file(String path) {
    String base = url.toString();
    return URI.create(base.endsWith("/") ? base + path : base + "/" + path);
  }
}
