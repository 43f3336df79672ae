package org.binnacle.inventory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.binnacle.inventory.Environment;
import org.binnacle.inventory.Field;
import org.binnacle.inventory.Instance;
import org.binnacle.inventory.Inventory;
import org.binnacle.inventory.MemoryStore;
import org.binnacle.inventory.TlsMode;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Safety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportTest {
  @TempDir Path dir;
  private final Inventory inventory = new Inventory(new MemoryStore());
  private final Import importer = new Import(inventory);

  @ParameterizedTest
  @EnumSource(names = {"YAML", "CSV", "JSON"})
  void whatIsExportedIsImportedElsewhereAsItWas(FileKind kind) {
    fill();
    Path file = dir.resolve("fleet." + kind.key());
    Export.write(kind, file, inventory.instances(), inventory.environments());
    var other = new Inventory(new MemoryStore());
    var fresh = new Import(other);
    var preview = fresh.preview(FileKind.of(file), file);
    assertThat(preview.proposals()).allMatch(p -> p.kind() == Proposal.Kind.NEW);
    assertThat(fresh.apply(preview, preview.proposals())).isEqualTo(3);
    assertThat(withoutIds(other)).isEqualTo(withoutIds(inventory));
    assertThat(other.undo()).isEqualTo("Imported 3 instances");
    other.redo();

    var again = fresh.preview(kind, file);
    assertThat(again.proposals()).allMatch(p -> p.kind() == Proposal.Kind.SAME);
    assertThat(fresh.apply(again, again.proposals())).isZero();
  }

  @Test
  void anEnvironmentOfItsOwnComesAlongWithTheFile() {
    inventory.saveEnvironments(List.of(new Environment("qa", "blue", Safety.CAREFUL)));
    inventory.add(Instance.at("a", "h", 3306, "u").draft().set(Field.ENVIRONMENT, "qa").build());
    Path file = dir.resolve("fleet.yaml");
    Export.write(FileKind.YAML, file, inventory.instances(), inventory.environments());
    var other = new Inventory(new MemoryStore());
    var fresh = new Import(other);
    var preview = fresh.preview(FileKind.YAML, file);
    assertThat(preview.environments()).hasSize(1);
    fresh.apply(preview, preview.proposals());
    assertThat(other.ref(other.instances().getFirst()).colour()).isEqualTo("blue");
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreDefused() {
    fill();
    String csv = Export.text(FileKind.CSV, inventory.instances(), List.of());
    assertThat(csv.lines().flatMap(line -> List.of(line.split(",")).stream()))
        .noneMatch(cell -> cell.matches("\"?[=+@-].*"));
  }

  @Test
  void whatDiffersIsProposedAsAChangeAndWhatClashesAsAConflict() throws IOException {
    inventory.add(Instance.at("shop-db", "10.0.0.1", 3306, "dba"));
    inventory.add(Instance.at("pay-db", "10.0.0.2", 3306, "dba"));
    Path file =
        write(
            "fleet.yaml",
            """
            binnacle: inventory
            version: 1
            instances:
            - {name: shop-db, host: 10.0.0.1, user: dba, cluster: shop}
            - {name: pay-db, host: 10.9.9.9, user: dba}
            - {name: bad, host: "not a host", user: dba}
            - {name: two, host: twice, user: dba}
            - {name: three, host: twice, user: dba}
            - {name: odd, host: odd, user: dba, port: many}
            """);
    var proposals = importer.preview(FileKind.YAML, file).proposals();
    assertThat(proposals)
        .extracting(p -> p.instance().name() + " " + p.kind())
        .containsExactly(
            "shop-db CHANGED",
            "pay-db CONFLICTING",
            "bad CONFLICTING",
            "two NEW",
            "three CONFLICTING",
            "odd CONFLICTING");
    assertThat(proposals.getFirst().reasons()).containsExactly("cluster: (none) -> shop");
    assertThat(proposals.get(1).reasons())
        .containsExactly("the name is taken by dba@10.0.0.2:3306");
    assertThat(proposals.get(4).where()).endsWith("fleet.yaml:8");
    assertThat(importer.apply(importer.preview(FileKind.YAML, file), proposals)).isEqualTo(2);
    assertThat(inventory.named("shop-db").orElseThrow().cluster()).isEqualTo("shop");
  }

  @Test
  void optionFilesAreReadAsTheClientsDo() throws IOException {
    Files.createDirectory(dir.resolve("conf.d"));
    write("conf.d/b.cnf", "[client_pay]\nhost=pay.example\nssl-ca=/etc/ca.pem\n");
    write("conf.d/readme.txt", "not an option file");
    write("more.cnf", "[mysqldump]\nhost = dump.example # at night\nport=3307\n");
    Path file =
        write(
            ".my.cnf",
            """
            # mine
            [client]
            user = "dba"
            password = 'hunter #2\\s"x"'
            [mysqld]
            host = not.a.client
            [client_shop]
            host=shop.example
            ssl_mode=VERIFY_IDENTITY
            password="s\\\\h"
            [mysql]
            prompt=\\\\u@\\\\h>
            !include more.cnf
            !includedir conf.d
            """);
    var preview = importer.preview(FileKind.of(file), file);
    assertThat(preview.proposals())
        .extracting(p -> p.instance().name() + " " + p.instance().credential())
        .containsExactlyInAnyOrder(
            "localhost dba@localhost:3306",
            "shop dba@shop.example:3306",
            "dump.example:3307 dba@dump.example:3307",
            "pay dba@pay.example:3306");
    assertThat(password(preview, "localhost")).isEqualTo("hunter #2 \"x\"");
    assertThat(password(preview, "shop")).isEqualTo("s\\h");
    importer.apply(preview, preview.proposals());
    assertThat(inventory.named("pay").orElseThrow().tls()).isEqualTo(TlsMode.VERIFY_CA);
    againChangesNothing(FileKind.MY_CNF, file);
  }

  @Test
  void loginPathsAreDecoded() throws IOException, GeneralSecurityException {
    Path file = dir.resolve(".mylogin.cnf");
    Files.write(
        file,
        loginPaths(
            "[client]",
            "user = \"dba\"",
            "password = \"a\\\"b#c\"",
            "host = \"one.example\"",
            "[shop]",
            "user = dba",
            "host = two.example",
            "port = 3310"));
    var preview = importer.preview(FileKind.of(file), file);
    assertThat(preview.proposals())
        .extracting(p -> p.instance().name() + " " + p.instance().credential())
        .containsExactly("one.example dba@one.example:3306", "shop dba@two.example:3310");
    assertThat(password(preview, "one.example")).isEqualTo("a\"b#c");
    importer.apply(preview, preview.proposals());
    againChangesNothing(FileKind.LOGIN_PATH, file);
  }

  @Test
  void workbenchConnectionsBringTheirTunnelAndTls() throws IOException {
    Path file =
        write(
            "connections.xml",
            """
            <?xml version="1.0"?>
            <data grt_format="2.0">
              <value type="list" content-type="object" content-struct-name="db.mgmt.Connection">
                <value type="object" struct-name="db.mgmt.Connection" id="A">
                  <link type="object" struct-name="db.mgmt.Driver" key="driver">com.mysql.rdbms.mysql.driver.native_sshtun</link>
                  <value type="string" key="hostIdentifier">Mysql@10.0.0.5:3306@bastion:2200</value>
                  <value type="dict" key="modules"/>
                  <value type="dict" key="parameterValues">
                    <value type="string" key="hostName">10.0.0.5</value>
                    <value type="int" key="port">3306</value>
                    <value type="string" key="sshHost">bastion.example:2200</value>
                    <value type="string" key="sshKeyFile">~/.ssh/id</value>
                    <value type="string" key="sshUserName">ops</value>
                    <value type="string" key="sslCA">/etc/ca.pem</value>
                    <value type="int" key="useSSL">3</value>
                    <value type="string" key="userName">dba</value>
                  </value>
                  <value type="string" key="name">Shop</value>
                </value>
                <value type="object" struct-name="db.mgmt.Connection" id="B">
                  <link type="object" struct-name="db.mgmt.Driver" key="driver">com.sybase.rdbms.driver</link>
                  <value type="string" key="name">Other</value>
                </value>
              </value>
            </data>
            """);
    var preview = importer.preview(FileKind.of(file), file);
    assertThat(preview.proposals()).hasSize(1);
    Instance shop = preview.proposals().getFirst().instance();
    assertThat(shop.address()).isEqualTo("10.0.0.5:3306");
    assertThat(shop.tls()).isEqualTo(TlsMode.VERIFY_CA);
    assertThat(Field.TUNNEL_HOST.of(shop) + ":" + Field.TUNNEL_PORT.of(shop))
        .isEqualTo("bastion.example:2200");
    assertThat(preview.proposals().getFirst().where()).endsWith("connections.xml:4");
    importer.apply(preview, preview.proposals());
    againChangesNothing(FileKind.WORKBENCH, file);
  }

  @Test
  void dbeaverConnectionsBringFoldersTunnelsAndDecodedUsers()
      throws IOException, GeneralSecurityException {
    Path file =
        write(
            "data-sources.json",
            """
            {"folders": {"Shop": {}, "eu": {"parent": "Shop"}},
             "connections": {
              "mysql8-1": {"provider": "mysql", "driver": "mysql8", "name": "Shop EU",
                "folder": "Shop/eu", "configuration": {"host": "10.1.0.1", "port": "3310",
                "type": "prod", "handlers": {"ssh_tunnel": {"type": "TUNNEL", "enabled": true,
                "properties": {"host": "bastion", "port": 22, "authType": "PUBLIC_KEY",
                "keyPath": "/home/ann/.ssh/id"}}, "mysql_ssl": {"enabled": true,
                "properties": {"ssl.require": "true"}}}}},
              "maria-1": {"provider": "mysql", "driver": "mariaDB", "name": "Pay",
                "configuration": {"url": "jdbc:mariadb://pay.example:3307/pay", "user": "ro"}},
              "pg-1": {"provider": "postgresql", "driver": "postgres-jdbc", "name": "Other",
                "configuration": {"host": "pg"}}},
             "connection-types": {"prod": {"name": "Production"}}}
            """);
    Files.write(
        dir.resolve("credentials-config.json"),
        dbeaver(
            """
            {"mysql8-1": {"#connection": {"user": "dba", "password": "hunter2"},
             "network/ssh_tunnel": {"user": "ops"}}}"""));
    var preview = importer.preview(FileKind.of(file), file);
    assertThat(preview.proposals())
        .extracting(p -> p.kind() + " " + p.instance().name() + " " + p.instance().credential())
        .containsExactly("NEW Shop EU dba@10.1.0.1:3310", "NEW Pay ro@pay.example:3307");
    Instance shop = preview.proposals().getFirst().instance();
    assertThat(List.of(shop.business(), shop.cluster(), shop.environment()))
        .containsExactly("Shop", "eu", "production");
    assertThat(Field.TUNNEL_USER.of(shop)).isEqualTo("ops");
    assertThat(shop.tls()).isEqualTo(TlsMode.REQUIRED);
    assertThat(password(preview, "Shop EU")).isEqualTo("hunter2");
    importer.apply(preview, preview.proposals());
    againChangesNothing(FileKind.DBEAVER, file);
  }

  @Test
  void hostileAndBrokenFilesAreFaultsWithFileAndLine() throws IOException {
    Files.writeString(dir.resolve("secret.txt"), "TOPSECRET");
    broken(
        FileKind.WORKBENCH,
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file://" + dir.resolve("secret.txt") + "\">]><d>&x;</d>",
        1);
    broken(FileKind.WORKBENCH, "<data>\n<value>\n", 3);
    broken(FileKind.YAML, "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]", 1);
    broken(FileKind.YAML, "binnacle: inventory\nversion: 1\ninstances:\n- {name: [}\n", 4);
    broken(FileKind.YAML, "binnacle: inventory\ninstances:\n- name: a\n  colour: red\n", 3);
    broken(FileKind.YAML, "instances: []\n", 2);
    broken(FileKind.JSON, "{\"binnacle\": \"inventory\",\n \"instances\": [1]}", 2);
    broken(FileKind.JSON, "[".repeat(100_000), 1);
    broken(FileKind.CSV, "schema,name\n1,\"open\n", 2);
    broken(FileKind.CSV, "schema,name\n1,a,b\n", 2);
    broken(FileKind.CSV, "schema,colour\n", 1);
    broken(FileKind.MY_CNF, "[client\n", 1);
    broken(FileKind.MY_CNF, "[client]\nuser=a\n!includedir /nowhere/at/all\n", 3);
    broken(FileKind.MY_CNF, "host=a\n", 1);
    broken(FileKind.LOGIN_PATH, "short", 1);
    broken(FileKind.LOGIN_PATH, "x".repeat(200), 1);
    broken(FileKind.DBEAVER, "[]", 1);
    Path loop = write("loop.cnf", "[client]\n!include loop.cnf\n");
    assertThatThrownBy(() -> importer.preview(FileKind.MY_CNF, loop)).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> importer.preview(FileKind.CSV, dir.resolve("none.csv")))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(ExchangeFaults.FILE));
    Path newer = write("newer.json", "{\"binnacle\": \"inventory\", \"version\": 2}");
    assertThatThrownBy(() -> importer.preview(FileKind.JSON, newer))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(ExchangeFaults.NEWER));
    Path large = dir.resolve("large.csv");
    Files.write(large, new byte[SourceFile.LARGEST + 1]);
    assertThatThrownBy(() -> importer.preview(FileKind.CSV, large))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo(ExchangeFaults.TOO_LARGE));
  }

  @ParameterizedTest
  @EnumSource
  void randomBytesNeverCrashAReader(FileKind kind) throws IOException {
    var random = new Random(4711);
    for (int i = 0; i < 300; i++) {
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      if (i % 2 == 0) { // near to text
        for (int j = 0; j < bytes.length; j++) {
          bytes[j] = (byte) "{}[]\"':,=-!#<>/\n\\ abc01".charAt((bytes[j] & 0xff) % 23);
        }
      }
      Path file = dir.resolve("random");
      Files.write(file, bytes);
      try {
        importer.preview(kind, file);
      } catch (Fault fault) {
        assertThat(fault.code()).isNotEqualTo(Fault.BUG);
      }
    }
  }

  private void broken(FileKind kind, String text, int line) throws IOException {
    Path file = write("broken", text);
    assertThatThrownBy(() -> importer.preview(kind, file))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo(ExchangeFaults.BROKEN);
              assertThat(fault.detail())
                  .contains(file + ":" + line + ":")
                  .doesNotContain("TOPSECRET");
            });
  }

  private void againChangesNothing(FileKind kind, Path file) {
    List<Instance> before = inventory.instances();
    var again = importer.preview(kind, file);
    assertThat(again.proposals()).allMatch(p -> p.kind() == Proposal.Kind.SAME);
    importer.apply(again, again.proposals());
    assertThat(inventory.instances()).isEqualTo(before);
  }

  private void fill() {
    inventory.add(
        Instance.at("shop-db", "2001:db8::1", 3307, "dba")
            .draft()
            .set(Field.TUNNEL_HOST, "bastion")
            .set(Field.TUNNEL_USER, "ops")
            .set(Field.TLS, "VERIFY_CA")
            .set(Field.CA, "/etc/ca.pem")
            .set(Field.ENVIRONMENT, "production")
            .set(Field.TAGS, "shop,owner=ann")
            .set(Field.NOTE, "=HYPERLINK(\"http://x\")\nsecond, \"line\"")
            .build());
    inventory.add(
        Instance.at("+pay", "10.0.0.2", 3306, "@dba")
            .draft()
            .set(Field.CLUSTER, "-pay")
            .set(Field.REGION, "'=eu")
            .set(Field.PUBLIC_KEY_RETRIEVAL, "true")
            .build());
    inventory.add(Instance.at("yes", "10.0.0.3", 3306, "0123"));
  }

  private static List<List<String>> withoutIds(Inventory of) {
    return of.instances().stream()
        .map(i -> List.of(Field.values()).stream().map(field -> field.of(i)).toList())
        .toList();
  }

  private static String password(Import.Preview preview, String name) {
    return preview.proposals().stream()
        .filter(p -> p.instance().name().equals(name))
        .findFirst()
        .flatMap(Proposal::password)
        .map(secret -> new String(secret.reveal()))
        .orElse("(none)");
  }

  private Path write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.writeString(file, text);
    return file;
  }

  private static byte[] loginPaths(String... lines) throws GeneralSecurityException {
    var material = new byte[20];
    new Random(1).nextBytes(material);
    var key = new byte[16];
    for (int i = 0; i < material.length; i++) {
      key[i % 16] ^= material[i];
    }
    var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    var file = new ByteArrayOutputStream();
    file.writeBytes(new byte[4]);
    file.writeBytes(material);
    for (String line : lines) {
      byte[] closed = cipher.doFinal((line + "\n").getBytes(StandardCharsets.UTF_8));
      file.writeBytes(
          ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(closed.length).array());
      file.writeBytes(closed);
    }
    return file.toByteArray();
  }

  private static byte[] dbeaver(String json) throws GeneralSecurityException {
    var iv = new byte[16];
    new Random(2).nextBytes(iv);
    var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    byte[] key = HexFormat.of().parseHex("babb4a9f774ab853c96c2d653dfe544a");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    byte[] closed = cipher.doFinal(json.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(16 + closed.length).put(iv).put(closed).array();
  }
}
