/// Whether a line is nothing but a button of a web page: `【打印】【关闭】`, `返回顶部`, `分享到`.
func isWebButton(_ text: String) -> Bool {
  guard text.utf8.count <= 120 else { return false }
  var words = folded(text)
  if buttons.contains(words) { return true }
  guard words.hasPrefix("【") || words.hasPrefix("["), words.hasSuffix("】") || words.hasSuffix("]") else { return false }
  for bracket in ["【", "[", "】", "]"] { words = words.replacing(bracket, with: "\n") }
  return words.split(separator: "\n").allSatisfy { buttons.contains(String($0)) || $0.hasPrefix("字体") || $0.hasPrefix("字号") }
}

/// Whether a line above or below the law tells of the web page around it: `上一篇：…`, `版权所有…`, `浏览次数：…`.
func isWebNotice(_ text: String) -> Bool {
  guard text.utf8.count <= 300 else { return false }
  let words = folded(text)
  return notices.contains(where: words.hasPrefix) || words.contains("ICP备") && !words.hasSuffix("。")
}

private let buttons: Set<String> = [
  "打印", "打印本页", "打印页面", "关闭", "关闭窗口", "关闭本页", "返回", "返回顶部", "返回首页", "返回上一页", "回到顶部", "收藏", "收藏本页", "分享", "分享到", "分享到：",
  "复制", "复制链接", "下载", "纠错", "我要纠错", "大", "中", "小", "大中小", "首页", "字体：大中小", "字体大中小", "打印关闭",
]

private let notices = [
  "上一篇", "下一篇", "上一条：", "下一条：", "分享到", "版权所有", "主办单位：", "承办单位：", "网站标识码", "浏览次数", "阅读次数", "点击数", "点击次数", "字体：", "字号：", "扫一扫", "责任编辑：",
  "索引号", "信息来源：", "文章来源：", "来源：", "发布日期：", "发布时间：", "当前位置", "您的位置", "您现在的位置", "您当前的位置", "浏览量", "阅读量", "Copyright", "©",
]
