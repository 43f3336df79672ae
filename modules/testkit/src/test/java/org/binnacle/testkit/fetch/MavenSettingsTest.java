package org.binnacle.testkit.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenSettingsTest {
  @TempDir private Path home;

  @Test
  void withoutSettingsTheSuperPomNamesTheRepository() {
    MavenSettings settings = MavenSettings.read(host(Map.of()));
    assertThat(settings.sites()).hasSize(1);
    assertThat(settings.sites().getFirst().id()).isEqualTo("central");
    assertThat(settings.sites().getFirst().url().getScheme()).isEqualTo("https");
    assertThat(settings.local()).isEqualTo(home.resolve(".m2/repository"));
  }

  @Test
  void mirrorLoginAndProxyComeFromTheUsersSettings() throws IOException {
    write(
        home.resolve(".m2/settings.xml"),
        """
        <mirrors><mirror><id>house</id><mirrorOf>*</mirrorOf><url>https://mirror.example/m</url></mirror></mirrors>
        <servers><server><id>house</id><username>${env.WHO}</username><password>secret</password></server></servers>
        <proxies><proxy><host>gate.example</host><port>3128</port><nonProxyHosts>*.inside.example</nonProxyHosts></proxy></proxies>
        """);
    Host host = host(Map.of("WHO", "ada"));
    MavenSettings settings = MavenSettings.read(host);
    assertThat(settings.sites())
        .containsExactly(
            new MavenSite(
                "house",
                URI.create("https://mirror.example/m"),
                Optional.of(new MavenSite.Login("ada", "secret"))));
    assertThat(settings.sites().getFirst().file("g/a"))
        .isEqualTo(URI.create("https://mirror.example/m/g/a"));
    Proxies proxies = Proxies.of(host, settings);
    assertThat(proxies.select(URI.create("https://mirror.example/x")))
        .containsExactly(via("gate.example", 3128));
    assertThat(proxies.select(URI.create("https://a.inside.example/x")))
        .containsExactly(Proxy.NO_PROXY);
  }

  @Test
  void theInstallationsSettingsCountWhereTheUserHasNone() throws IOException {
    write(
        home.resolve("maven/conf/settings.xml"),
        "<mirrors><mirror><id>site</id><mirrorOf>central</mirrorOf><url>https://site.example</url></mirror></mirrors>");
    MavenSettings settings =
        MavenSettings.read(host(Map.of("MAVEN_HOME", home.resolve("maven").toString())));
    assertThat(settings.sites().getFirst().url()).isEqualTo(URI.create("https://site.example"));
  }

  @Test
  void anActiveProfileMayReplaceTheRepository() throws IOException {
    write(
        home.resolve(".m2/settings.xml"),
        """
        <profiles><profile><id>p</id><repositories><repository><id>central</id><url>https://own.example/r</url></repository></repositories></profile></profiles>
        <activeProfiles><activeProfile>p</activeProfile></activeProfiles>
        """);
    assertThat(MavenSettings.read(host(Map.of())).sites())
        .containsExactly(
            new MavenSite("central", URI.create("https://own.example/r"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "https_proxy, http://u:p@gate.example:8080, gate.example, 8080",
    "HTTPS_PROXY, gate.example:81, gate.example, 81",
    "MAVEN_OPTS, -Xmx1g -Dhttps.proxyHost=gate.example -Dhttps.proxyPort=82, gate.example, 82"
  })
  void theEnvironmentNamesTheProxyWhereTheSettingsDoNot(
      String name, String value, String host, int port) {
    Host described = host(Map.of(name, value, "no_proxy", ".inside.example"));
    Proxies proxies = Proxies.of(described, MavenSettings.read(described));
    assertThat(proxies.select(URI.create("https://far.example/x")))
        .containsExactly(via(host, port));
    assertThat(proxies.select(URI.create("http://127.0.0.1/x"))).containsExactly(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @CsvSource({
    "'*', true",
    "'central', true",
    "'other,central', true",
    "'*,!central', false",
    "'external:*', true",
    "'external:http:*', false",
    "'other', false"
  })
  void aMirrorStandsForWhatItsPatternSays(String pattern, boolean matches) {
    assertThat(MirrorPattern.matches(pattern, "central", "https://far.example/r"))
        .isEqualTo(matches);
  }

  private static Proxy via(String host, int port) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }

  private Host host(Map<String, String> environment) {
    return new Host(environment, home, "Linux", "amd64");
  }

  private static void write(Path file, String inside) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<settings>" + inside + "</settings>");
  }
}
