package org.binnacle.testkit.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Packets of the client/server protocol (MySQL internals, "Text Protocol"): three bytes length, a
/// sequence number, a payload.
final class Wire {
  private static final int LARGEST = 0xFFFFFF;
  private static final int AUTOCOMMIT = 0x0002;
  private static final int MORE_RESULTS = 0x0008;
  private static final int CAPABILITIES =
      0x1 // long password
          | 0x8 // connect with database
          | 0x200 // protocol 4.1
          | 0x2000 // transactions
          | 0x8000 // secure connection
          | 0x10000 // multi statements
          | 0x20000 // multi results
          | 0x80000 // plugin auth
          | 0x100000; // connect attributes

  private final InputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(4096);
  private final LongAdder sent;
  private int sequence;

  /// @param sent counts the bytes that go out
  Wire(Socket socket, LongAdder sent) throws IOException {
    this.sent = sent;
    in = new java.io.BufferedInputStream(socket.getInputStream(), 4096);
    out = socket.getOutputStream();
  }

  /// The next packet's payload; empty at the end of the stream.
  byte[] read() throws IOException {
    byte[] head = in.readNBytes(4);
    if (head.length < 4) {
      return new byte[0];
    }
    int length = (head[0] & 0xFF) | (head[1] & 0xFF) << 8 | (head[2] & 0xFF) << 16;
    sequence = (head[3] & 0xFF) + 1;
    return in.readNBytes(length);
  }

  void flush() throws IOException {
    sent.add(pending.size());
    pending.writeTo(out);
    pending.reset();
    out.flush();
  }

  /// Bytes as they are, no packet.
  void raw(byte[] bytes) throws IOException {
    pending.writeBytes(bytes);
    flush();
  }

  private void packet(byte[] payload) {
    int from = 0;
    int length;
    do {
      length = Math.min(LARGEST, payload.length - from);
      pending.write(length & 0xFF);
      pending.write(length >> 8 & 0xFF);
      pending.write(length >> 16 & 0xFF);
      pending.write(sequence++ & 0xFF);
      pending.write(payload, from, length);
      from += length;
    } while (length == LARGEST);
  }

  void greeting(String version, int connectionId) {
    var p = new Payload();
    p.one(10).zeroEnded(version).four(connectionId);
    p.bytes("abcdefgh").one(0);
    p.two(CAPABILITIES & 0xFFFF).one(255).two(AUTOCOMMIT).two(CAPABILITIES >>> 16);
    p.one(21).zeros(10).bytes("ijklmnopqrst").one(0).zeroEnded("mysql_native_password");
    sequence = 0;
    packet(p.done());
  }

  void ok(boolean more) {
    packet(new Payload().one(0).one(0).one(0).two(status(more)).two(0).done());
  }

  void error(int code, String state, String words) {
    packet(new Payload().one(0xFF).two(code).bytes("#" + state).bytes(words).done());
  }

  /// An error before any greeting, such as 1040.
  void firstError(int code, String state, String words) {
    sequence = 0;
    error(code, state, words);
  }

  void head(List<String> columns) {
    packet(new Payload().length(columns.size()).done());
    for (String column : columns) {
      var p = new Payload();
      p.text("def").text("").text("").text("").text(column).text("");
      p.one(0x0C).two(255).four(1024).one(0xFD).two(0).one(0).two(0);
      packet(p.done());
    }
    end(false);
  }

  void row(List<@Nullable String> values) {
    var p = new Payload();
    for (String value : values) {
      if (value == null) {
        p.one(0xFB);
      } else {
        p.text(value);
      }
    }
    packet(p.done());
  }

  void end(boolean more) {
    packet(new Payload().one(0xFE).two(0).two(status(more)).done());
  }

  private static int status(boolean more) {
    return AUTOCOMMIT | (more ? MORE_RESULTS : 0);
  }

  /// The bytes of one packet.
  private static final class Payload {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Payload one(int value) {
      bytes.write(value);
      return this;
    }

    Payload two(int value) {
      return one(value & 0xFF).one(value >> 8 & 0xFF);
    }

    Payload four(int value) {
      return two(value & 0xFFFF).two(value >>> 16);
    }

    Payload zeros(int many) {
      bytes.writeBytes(new byte[many]);
      return this;
    }

    Payload bytes(String text) {
      bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    Payload zeroEnded(String text) {
      return bytes(text).one(0);
    }

    Payload length(int value) {
      if (value < 251) {
        return one(value);
      }
      return value < 0x10000
          ? one(0xFC).two(value)
          : one(0xFD).two(value & 0xFFFF).one(value >>> 16 & 0xFF);
    }

    Payload text(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      if (utf8.length > LARGEST) {
        one(0xFE).four(utf8.length).four(0);
      } else {
        length(utf8.length);
      }
      bytes.writeBytes(utf8);
      return this;
    }

    byte[] done() {
      return bytes.toByteArray();
    }
  }
}
