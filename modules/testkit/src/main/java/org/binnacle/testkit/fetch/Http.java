package org.binnacle.testkit.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.binnacle.kernel.Fault;
import org.jspecify.annotations.Nullable;

/// Plain HTTP reading of files and parts of files.
public final class Http implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration HEADERS = Duration.ofSeconds(60);

  private final HttpClient client;

  public Http(Proxies proxies) {
    var builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(proxies);
    Optional<MavenSite.Login> login = proxies.way().flatMap(Proxies.Way::login);
    if (login.isPresent()) {
      // Java refuses Basic towards a proxy for https unless told; most company proxies want it.
      System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
      builder.authenticator(proxyLogin(login.get()));
    }
    client = builder.build();
  }

  private static Authenticator proxyLogin(MavenSite.Login login) {
    return new Authenticator() {
      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY
            ? new PasswordAuthentication(login.user(), login.password().toCharArray())
            : null;
      }
    };
  }

  /// What a server answers. The caller closes the body.
  ///
  /// @param partial whether it is the asked part only
  /// @param total size of the whole file, or -1 where the server does not tell
  public record Reply(boolean partial, long total, InputStream body) {}

  /// A part of a file, or the whole one where the server knows no ranges.
  ///
  /// @param from first byte
  /// @param to one past the last byte, or -1 for the rest
  /// @throws IOException where the network fails, which may pass
  /// @throws Fault with {@link FetchFaults#HTTP} where the server refuses
  public Reply get(URI uri, Optional<MavenSite.Login> login, long from, long to)
      throws IOException {
    var request = HttpRequest.newBuilder(uri).timeout(HEADERS);
    request.header("Range", "bytes=" + from + "-" + (to < 0 ? "" : to - 1));
    login.ifPresent(it -> request.header("Authorization", basic(it)));
    HttpResponse<InputStream> response = send(request.build());
    int status = response.statusCode();
    if (status == 206) {
      return new Reply(true, total(response), response.body());
    }
    if (status == 200) {
      long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      return new Reply(false, length, response.body());
    }
    response.body().close();
    if (status >= 500 || status == 429) {
      throw new IOException("HTTP " + status + " from " + uri);
    }
    throw new Fault(FetchFaults.HTTP, "HTTP " + status + " from " + uri);
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(Fault.CANCELLED, "interrupted while fetching " + request.uri(), e);
    }
  }

  private static long total(HttpResponse<?> response) {
    String range = response.headers().firstValue("Content-Range").orElse("");
    String size = range.substring(range.lastIndexOf('/') + 1);
    return size.isEmpty() || size.equals("*") ? -1 : Long.parseLong(size);
  }

  private static String basic(MavenSite.Login login) {
    byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
