/// The overlay's style, served as `/_mingzhi/preview.css`: pages forbid inline styles.
let previewStyle = """
  :host { all: initial; }
  .panel {
    position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 50vh; overflow: auto; box-sizing: border-box;
    padding: 12px 16px; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
    color: #f4f1ec; background: #241f1d; border-top: 4px solid #e5534b;
  }
  .panel.mild { inset: auto 12px 12px auto; max-width: min(40em, 90vw); padding: 4px 12px; border: 0; border-radius: 8px; }
  .panel[hidden] { display: none; }
  summary { cursor: pointer; font-weight: 600; }
  summary:focus-visible, button:focus-visible { outline: 2px solid #7cb7ff; outline-offset: 2px; }
  button { float: right; font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 4px; }
  ul { margin: 8px 0 0; padding: 0; list-style: none; }
  li { margin: 0 0 10px; }
  .place, .code { font-family: ui-monospace, Consolas, monospace; font-size: 13px; color: #c9c0b6; }
  .error .code { color: #ff8f87; }
  .warning .code { color: #f2c14e; }
  .help { color: #a8d5a2; }
  """
