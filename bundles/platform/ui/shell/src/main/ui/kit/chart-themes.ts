/** Colours of series, in the order in which they are taken; each has contrast against its canvas. */
export const palette = {
  light: ['#2457c5', '#12754b', '#8f5600', '#7a3fa8', '#b3261e', '#48617f'],
  dark: ['#7aa2f7', '#58c796', '#e3ab52', '#c79bee', '#f2877d', '#a5b1c1']
}

function axis(text: string, line: string) {
  return {
    axisLabel: { color: text },
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    nameTextStyle: { color: text },
    splitLine: { lineStyle: { color: line } }
  }
}

function theme(color: string[], text: string, line: string, surface: string, strong: string) {
  return {
    color,
    backgroundColor: 'transparent',
    textStyle: { color: text },
    legend: { textStyle: { color: text } },
    tooltip: { backgroundColor: surface, borderColor: line, textStyle: { color: strong } },
    categoryAxis: axis(text, line),
    valueAxis: axis(text, line)
  }
}

export const lightTheme = theme(palette.light, '#5b6879', '#dfe4eb', '#ffffff', '#1b2433')
export const darkTheme = { darkMode: true, ...theme(palette.dark, '#a5b1c1', '#2c3441', '#1f2530', '#e6ebf2') }
