/** What may stand in angle brackets as a tag, and is no nick in the log of a chat. */
export const TAG_NAME =
  /^(?:a|b|i|u|p|q|s|em|br|hr|li|ul|ol|dl|dt|dd|h[1-6]|div|sub|sup|del|ins|kbd|pre|img|code|span|table|t[rdh]|tbody|thead|strong|small|center|details|summary|blockquote|figure|section|article|main|mark)$/iu;
