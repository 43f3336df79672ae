package org.binnacle.review.origin;

/// Where the files of a report come from. Paths are those of the report.
public interface Origins {

  /// Nothing is known: no project, no authors, paths as they are.
  Origins NOTHING =
      new Origins() {
        @Override
        public String project(String path) {
          return "";
        }

        @Override
        public String path(String path) {
          return path;
        }

        @Override
        public String author(String path, int line) {
          return "";
        }
      };

  /// The project of a file; empty for none.
  String project(String path);

  /// The path by which the file is known again wherever the program is run: in its project with
  /// slashes, else absolute.
  String path(String path);

  /// Who wrote a line, from 1; empty where nobody is known.
  String author(String path, int line);

  /// The same projects and paths, and nobody.
  default Origins withoutAuthors() {
    Origins whole = this;
    return new Origins() {
      @Override
      public String project(String path) {
        return whole.project(path);
      }

      @Override
      public String path(String path) {
        return whole.path(path);
      }

      @Override
      public String author(String path, int line) {
        return "";
      }
    };
  }
}
