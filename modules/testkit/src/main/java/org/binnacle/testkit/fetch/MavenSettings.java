package org.binnacle.testkit.fetch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.building.DefaultModelProcessor;
import org.apache.maven.model.io.DefaultModelReader;
import org.apache.maven.model.locator.DefaultModelLocator;
import org.apache.maven.model.superpom.DefaultSuperPomProvider;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.binnacle.kernel.Fault;

/// What Maven itself knows about repositories: the user's and the installation's settings, and the
/// super POM where they are silent.
///
/// @param local the local repository
/// @param sites repositories in the order in which they are asked
/// @param proxies as the settings name them
public record MavenSettings(Path local, List<MavenSite> sites, List<SettingsProxy> proxies) {

  public MavenSettings {
    sites = List.copyOf(sites);
    proxies = List.copyOf(proxies);
  }

  /// A proxy of the settings.
  ///
  /// @param nonProxyHosts patterns with `*`
  public record SettingsProxy(
      String host, int port, Optional<MavenSite.Login> login, List<String> nonProxyHosts) {}

  public static MavenSettings read(Host host) {
    var request = new DefaultSettingsBuildingRequest();
    request.setUserSettingsFile(host.home().resolve(".m2/settings.xml").toFile());
    installation(host)
        .ifPresent(
            home -> request.setGlobalSettingsFile(home.resolve("conf/settings.xml").toFile()));
    var properties = new Properties();
    properties.putAll(System.getProperties());
    host.environment().forEach((name, value) -> properties.put("env." + name, value));
    properties.put("user.home", host.home().toString());
    request.setSystemProperties(properties);
    try {
      var settings =
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings();
      return of(host, settings);
    } catch (SettingsBuildingException e) {
      throw new Fault(FetchFaults.SETTINGS, String.valueOf(e.getMessage()), e);
    }
  }

  /// Maven's own folder: `maven.home`, `MAVEN_HOME`, `M2_HOME`, or where `mvn` on the PATH lies.
  static Optional<Path> installation(Host host) {
    return Optional.ofNullable(System.getProperty("maven.home"))
        .or(() -> host.variable("MAVEN_HOME"))
        .or(() -> host.variable("M2_HOME"))
        .map(Path::of)
        .or(() -> host.program("mvn").flatMap(MavenSettings::homeOf))
        .filter(home -> Files.isRegularFile(home.resolve("conf/settings.xml")));
  }

  private static Optional<Path> homeOf(Path program) {
    try {
      return Optional.ofNullable(program.toRealPath().getParent()).map(Path::getParent);
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }

  private static MavenSettings of(Host host, Settings settings) {
    var sites = new ArrayList<MavenSite>();
    for (var profile : settings.getProfiles()) {
      boolean byDefault =
          profile.getActivation() != null && profile.getActivation().isActiveByDefault();
      if (byDefault || settings.getActiveProfiles().contains(profile.getId())) {
        for (var repository : profile.getRepositories()) {
          add(sites, site(settings, repository.getId(), repository.getUrl()));
        }
      }
    }
    if (sites.stream().noneMatch(site -> site.id().equals("central"))) {
      superPom().forEach(site -> add(sites, site(settings, site.id(), site.url().toString())));
    }
    var proxies = new ArrayList<SettingsProxy>();
    for (var proxy : settings.getProxies()) {
      if (proxy.isActive()) {
        proxies.add(
            new SettingsProxy(
                proxy.getHost(),
                proxy.getPort(),
                login(proxy.getUsername(), proxy.getPassword()),
                split(proxy.getNonProxyHosts())));
      }
    }
    Path local =
        Optional.ofNullable(settings.getLocalRepository())
            .filter(path -> !path.isBlank())
            .map(Path::of)
            .orElse(host.home().resolve(".m2/repository"));
    return new MavenSettings(local, sites, proxies);
  }

  private static void add(List<MavenSite> sites, MavenSite site) {
    if (sites.stream().noneMatch(known -> known.url().equals(site.url()))) {
      sites.add(site);
    }
  }

  private static MavenSite site(Settings settings, String id, String url) {
    for (Mirror mirror : settings.getMirrors()) {
      if (!mirror.isBlocked() && MirrorPattern.matches(mirror.getMirrorOf(), id, url)) {
        return new MavenSite(
            mirror.getId(), URI.create(mirror.getUrl()), login(settings, mirror.getId()));
      }
    }
    return new MavenSite(id, URI.create(url), login(settings, id));
  }

  private static Optional<MavenSite.Login> login(Settings settings, String id) {
    Server server = settings.getServer(id);
    return server == null ? Optional.empty() : login(server.getUsername(), server.getPassword());
  }

  private static Optional<MavenSite.Login> login(
      @org.jspecify.annotations.Nullable String user,
      @org.jspecify.annotations.Nullable String password) {
    return user == null || password == null || user.isEmpty()
        ? Optional.empty()
        : Optional.of(new MavenSite.Login(user, password));
  }

  private static List<String> split(@org.jspecify.annotations.Nullable String hosts) {
    return hosts == null ? List.of() : List.of(hosts.split("[|,]"));
  }

  private static List<MavenSite> superPom() {
    var processor =
        new DefaultModelProcessor()
            .setModelLocator(new DefaultModelLocator())
            .setModelReader(new DefaultModelReader());
    return new DefaultSuperPomProvider()
        .setModelProcessor(processor).getSuperModel("4.0.0").getRepositories().stream()
            .map(site -> new MavenSite(site.getId(), URI.create(site.getUrl()), Optional.empty()))
            .toList();
  }
}
