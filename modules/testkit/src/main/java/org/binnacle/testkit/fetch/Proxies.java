package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The way out of the house: the proxy of Maven's settings, else of MAVEN_OPTS, else of the
/// environment, else what Java was started with.
public final class Proxies extends ProxySelector {
  private static final Pattern OPTION =
      Pattern.compile("-D(https?)\\.proxy(Host|Port)=([^\\s\"']+)");

  /// A proxy with what goes round it.
  ///
  /// @param except host patterns with `*` that are reached directly
  public record Way(String host, int port, Optional<MavenSite.Login> login, List<String> except) {}

  private final Optional<Way> way;

  private Proxies(Optional<Way> way) {
    this.way = way;
  }

  public static Proxies of(Host host, MavenSettings settings) {
    Optional<Way> found =
        settings.proxies().stream()
            .findFirst()
            .map(p -> new Way(p.host(), p.port(), p.login(), p.nonProxyHosts()));
    return new Proxies(
        found
            .or(() -> host.variable("MAVEN_OPTS").flatMap(Proxies::option))
            .or(() -> environment(host)));
  }

  public Optional<Way> way() {
    return way;
  }

  private static Optional<Way> option(String options) {
    String name = "";
    int port = 80;
    Matcher matcher = OPTION.matcher(options);
    while (matcher.find()) {
      if (matcher.group(2).equals("Host")) {
        name = matcher.group(3);
      } else {
        port = Integer.parseInt(matcher.group(3));
      }
    }
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Way(name, port, Optional.empty(), List.of("localhost", "127.0.0.1")));
  }

  private static Optional<Way> environment(Host host) {
    for (String name :
        List.of(
            "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy", "HTTP_PROXY")) {
      Optional<String> value = host.variable(name);
      if (value.isPresent()) {
        String text = value.get().contains("://") ? value.get() : "http://" + value.get();
        URI uri = URI.create(text);
        if (uri.getHost() != null) {
          return Optional.of(
              new Way(
                  uri.getHost(),
                  uri.getPort() < 0 ? 80 : uri.getPort(),
                  login(Optional.ofNullable(uri.getUserInfo())),
                  except(host)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<MavenSite.Login> login(Optional<String> info) {
    return info.filter(text -> text.contains(":"))
        .map(
            text ->
                new MavenSite.Login(
                    text.substring(0, text.indexOf(':')), text.substring(text.indexOf(':') + 1)));
  }

  private static List<String> except(Host host) {
    String names = host.variable("no_proxy").or(() -> host.variable("NO_PROXY")).orElse("");
    return java.util.stream.Stream.of(names.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> name.startsWith(".") ? "*" + name : name)
        .toList();
  }

  @Override
  public List<Proxy> select(URI uri) {
    if (way.isEmpty()) {
      ProxySelector standard = ProxySelector.getDefault();
      return standard == null ? List.of(Proxy.NO_PROXY) : standard.select(uri);
    }
    Way out = way.get();
    String target = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    boolean direct =
        target.equals("127.0.0.1")
            || target.equals("localhost")
            || out.except().stream().anyMatch(pattern -> matches(pattern, target));
    return List.of(
        direct
            ? Proxy.NO_PROXY
            : new Proxy(
                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(out.host(), out.port())));
  }

  private static boolean matches(String pattern, String host) {
    String regex = "\\Q" + pattern.toLowerCase(Locale.ROOT).replace("*", "\\E.*\\Q") + "\\E";
    return host.matches(regex) || host.endsWith("." + pattern.toLowerCase(Locale.ROOT));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {}
}
