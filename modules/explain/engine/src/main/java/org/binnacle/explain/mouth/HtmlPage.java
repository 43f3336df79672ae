package org.binnacle.explain.mouth;

/// The head of the HTML page. The policy forbids scripts and every request, should an escape ever
/// be missing.
final class HtmlPage {
  static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>Plan</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 14px/1.5 system-ui, sans-serif; margin: 2em; }
      code, pre { font: 13px/1.4 ui-monospace, monospace; }
      pre { overflow-x: auto; }
      details details, details > div { margin-left: 1.6em; border-left: 1px solid GrayText; padding-left: .6em; }
      div > p { margin: 0; }
      summary { cursor: pointer; }
      span { color: GrayText; margin-left: .6em; }
      section { border-left: 4px solid GrayText; margin: .8em 0; padding-left: .8em; }
      section.critical { border-left-style: double; border-left-width: 8px; }
      section.warning { border-left-width: 6px; }
      :target > summary, :target > p { outline: 2px solid Highlight; }
      </style>
      </head>
      <body>
      """;

  private HtmlPage() {}
}
