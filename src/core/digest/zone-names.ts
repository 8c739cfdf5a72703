/**
 * What people call time zones besides their names in the IANA database: abbreviations, countries, and large cities that
 * the database does not name or spells otherwise. A line has a zone, or several that can be meant, and its names. Case,
 * accents, spaces and the Chinese script make no difference. Lists that packages have are in English only.
 */
export const ZONE_NAMES = `
UTC: UTC, UTC±0, Z, Zulu, UCT, GMT, Universal, Universal Coordinated, Coordinated Universal, Greenwich, Greenwich Mean, 世界, 世界协调, 协调世界, 格林威治, 格林尼治, 格林尼治标准, 零时区, 中时区

America/New_York: ET, EST, EDT, Eastern, US Eastern, Eastern US, USA Eastern, US East, US East Coast, East Coast, 美东, 美国东部, 北美东部, 东部, 东岸, 美国东岸, 美国东海岸, NYC, New York City, NY, 纽约, Washington, Washington DC, 华盛顿, 华府, Boston, 波士顿, Philadelphia, 费城, Baltimore, 巴尔的摩, Pittsburgh, 匹兹堡, Atlanta, 亚特兰大, Miami, 迈阿密, Orlando, 奥兰多, Tampa, Charlotte, 夏洛特, Cleveland, 克利夫兰, Cincinnati, Columbus, Buffalo, Jersey City, New Jersey, 新泽西, Massachusetts, Maine, Vermont, New Hampshire, Connecticut, Rhode Island, Pennsylvania, Virginia, Maryland, Delaware, North Carolina, South Carolina, Ohio, New Haven, Princeton
America/Detroit: Michigan, 密歇根, 底特律
America/Chicago: CT, CDT, Central, Central US, US Central, USA Central, US CST, CST US, 美中, 美国中部, 北美中部, 中部, 芝加哥, Houston, 休斯敦, 休斯顿, 休士顿, Dallas, 达拉斯, Austin, 奥斯汀, 奥斯丁, San Antonio, 圣安东尼奥, Fort Worth, New Orleans, 新奥尔良, 纽奥良, Minneapolis, 明尼阿波利斯, St. Louis, Saint Louis, 圣路易斯, Kansas City, 堪萨斯城, Milwaukee, 密尔沃基, Nashville, 纳什维尔, Memphis, 孟菲斯, Oklahoma City, Omaha, Madison, Illinois, Texas, 得克萨斯, 德州, Wisconsin, Minnesota, Iowa, Missouri, Louisiana, Alabama, Mississippi, Arkansas, Oklahoma
America/Chicago Asia/Shanghai: CST
America/Denver: MT, MST, MDT, Mountain, US Mountain, Mountain US, 美国山区, 北美山区, 山区, 山地, 北美山地, 美国山地, 丹佛, Boulder, Colorado, Salt Lake City, 盐湖城, Utah, Albuquerque, New Mexico, Wyoming, Montana
America/Phoenix: Arizona, 亚利桑那, Phoenix, 菲尼克斯, 凤凰城, Tucson
America/Los_Angeles: PT, PST, PDT, Pacific, US Pacific, Pacific US, USA Pacific, US West, US West Coast, West Coast, 太平洋, 美西, 美国西部, 美国太平洋, 北美太平洋, 西岸, 美国西岸, 美国西海岸, LA, 洛杉矶, San Francisco, SF, Bay Area, 旧金山, 三藩市, 湾区, San Diego, 圣迭戈, Sacramento, Oakland, Berkeley, 伯克利, Palo Alto, Silicon Valley, 硅谷, 矽谷, Seattle, 西雅图, Portland, 波特兰, Las Vegas, 拉斯维加斯, California, 加州, 加利福尼亚, Oregon, Nevada
America/Los_Angeles America/Santiago: 圣地牙哥
America/Los_Angeles America/Costa_Rica: San Jose, 圣何塞
America/Anchorage: AKST, AKDT, Alaska, 阿拉斯加, 安克雷奇
Pacific/Honolulu: HST, Hawaii, 夏威夷, 檀香山, 火奴鲁鲁
America/New_York America/Chicago America/Denver America/Los_Angeles: USA, US, United States, America, 美国
America/Halifax: AST, ADT, Atlantic, 大西洋, 哈利法克斯, Nova Scotia
America/St_Johns: NST, NDT, Newfoundland, 纽芬兰
America/Toronto: 多伦多, Ottawa, 渥太华, Montreal, 蒙特利尔, 蒙特娄, 满地可, Quebec, Quebec City, 魁北克, Ontario, 安大略, Waterloo
America/Winnipeg: 温尼伯, Manitoba
America/Edmonton: Calgary, 卡尔加里, 卡加利, 埃德蒙顿, Alberta
America/Regina: Saskatchewan
America/Vancouver: 温哥华, British Columbia, Victoria BC
America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax: Canada, 加拿大
America/Mexico_City: Mexico City, CDMX, Ciudad de Mexico, Mexico, Guadalajara, 墨西哥, 墨西哥城
America/Panama: Panama City, 巴拿马城
America/Guatemala: Guatemala City, 危地马拉城
America/Tegucigalpa: Honduras, 宏都拉斯, 特古西加尔巴
America/El_Salvador: San Salvador, 圣萨尔瓦多
America/Managua: Nicaragua, 马那瓜
America/Asuncion: 亚松森
America/Jamaica: Kingston, 金斯敦
America/Santo_Domingo: Dominican Republic, 圣多明各
America/Port-au-Prince: Haiti, 太子港
America/Nassau: Bahamas, 拿骚
America/Havana: Cuba, 古巴, 哈瓦那
America/Costa_Rica: Costa Rica, 哥斯达黎加
America/Puerto_Rico: San Juan, Puerto Rico, 波多黎各
America/Bogota: COT, Colombia, Medellin, 哥伦比亚, 波哥大
America/Lima: Peru, 秘鲁, 利马
America/Caracas: Venezuela, 委内瑞拉, 加拉加斯
America/Guayaquil: Ecuador, Quito, 厄瓜多尔, 基多
America/La_Paz: Bolivia, 玻利维亚
America/Santiago: CLT, CLST, Chile, Santiago de Chile, 智利, 圣地亚哥
America/Argentina/Buenos_Aires: ART, Argentina, 阿根廷, 布宜诺斯艾利斯
America/Montevideo: Uruguay, 乌拉圭, 蒙得维的亚
America/Sao_Paulo: BRT, Brasilia, 巴西利亚, 圣保罗, Rio, Rio de Janeiro, 里约, 里约热内卢, Belo Horizonte, Brazil, Brasil, 巴西

Europe/London America/New_York: Cambridge, 剑桥
Europe/London: BST, UK, Britain, Great Britain, United Kingdom, England, Scotland, Wales, British, British Summer, 英国, 伦敦, Edinburgh, 爱丁堡, Manchester, 曼彻斯特, Birmingham, 伯明翰, Glasgow, 格拉斯哥, Cardiff, Leeds, Liverpool, 利物浦, Oxford, 牛津, Bristol
Europe/Dublin: Ireland, 爱尔兰, 都柏林
Europe/Lisbon: Lisboa, WET, WEST, Western European, Porto, Portugal, 葡萄牙, 里斯本
Europe/Berlin: CET, CEST, MEZ, MESZ, Central European, Central European Summer, W. Europe, 欧洲中部, 中欧, Germany, Deutschland, 德国, 柏林, Munich, München, Muenchen, 慕尼黑, Frankfurt, Frankfurt am Main, 法兰克福, Hamburg, 汉堡, Cologne, Köln, Koeln, 科隆, Düsseldorf, Duesseldorf, 杜塞尔多夫, Stuttgart, 斯图加特, Leipzig, 莱比锡, Dresden, 德累斯顿, Nuremberg, Nürnberg, 纽伦堡, Hannover, Hanover, Bonn, Heidelberg, 海德堡
Europe/Paris: France, 法国, 巴黎, Lyon, 里昂, Marseille, 马赛, Toulouse, Strasbourg, Nice, Bordeaux, Lille
Europe/Amsterdam: Netherlands, Holland, Den Haag, The Hague, Rotterdam, Eindhoven, Utrecht, 荷兰, 阿姆斯特丹, 海牙, 鹿特丹
Europe/Brussels: Bruxelles, Brussel, Romance, Belgium, Antwerp, 比利时, 布鲁塞尔
Europe/Luxembourg: 卢森堡
Europe/Zurich: Zuerich, 苏黎世, Geneva, Genève, Genf, 日内瓦, Basel, 巴塞尔, Bern, Berne, 伯尔尼, 伯恩, Lausanne, 洛桑, Switzerland, Schweiz, Suisse, 瑞士
Europe/Vienna: Wien, Austria, Salzburg, 维也纳, 奥地利
Europe/Rome: Roma, Milan, Milano, Turin, Torino, Naples, Napoli, Florence, Firenze, Bologna, Venice, Italy, 意大利, 罗马, 米兰, 都灵, 佛罗伦萨, 威尼斯
Europe/Madrid: Barcelona, Valencia, Seville, Sevilla, Spain, 西班牙, 马德里, 巴塞罗那, 巴塞隆纳
Europe/Stockholm: Gothenburg, Göteborg, Malmö, Sweden, 瑞典, 斯德哥尔摩
Europe/Copenhagen: København, Kopenhagen, Denmark, 丹麦, 哥本哈根
Europe/Oslo: Bergen, Norway, 挪威, 奥斯陆
Europe/Helsinki: Finland, Espoo, 芬兰, 赫尔辛基
Europe/Warsaw: Warszawa, Warschau, Krakow, Kraków, Wroclaw, Gdansk, Poland, 波兰, 华沙
Europe/Prague: Praha, Prag, Brno, Czechia, Czech Republic, 捷克, 布拉格
Europe/Budapest: Hungary, 匈牙利, 布达佩斯
Europe/Athens: Athina, Athen, Greece, Thessaloniki, 希腊, 雅典
Europe/Bucharest: Romania, București, 罗马尼亚, 布加勒斯特
Europe/Sofia: Bulgaria, 保加利亚, 索非亚
Europe/Belgrade: Serbia, 塞尔维亚, 贝尔格莱德
Europe/Zagreb: Croatia, 克罗地亚, 萨格勒布
Europe/Kyiv: Kyiv, Kiev, Ukraine, Lviv, Kharkiv, Odesa, Odessa, EET, EEST, Eastern European, 乌克兰, 基辅
Europe/Vilnius: Lithuania, 立陶宛, 维尔纽斯
Europe/Riga: Latvia, 拉脱维亚, 里加
Europe/Tallinn: Estonia, 爱沙尼亚, 塔林
Europe/Bratislava: 布拉迪斯拉发
Europe/Ljubljana: 卢布尔雅那, 卢比安纳
Europe/Sarajevo: Bosnia, 萨拉热窝, 波斯尼亚, 波黑
Europe/Skopje: 斯科普里
Europe/Tirane: Tirana, 地拉那
Europe/Podgorica: 波德戈里察
Europe/Minsk: 明斯克
Europe/Chisinau: Kishinev, 基希讷乌
Europe/Malta: Valletta, 瓦莱塔
Asia/Nicosia: Cyprus, 塞浦路斯, 赛普勒斯, 尼科西亚
Atlantic/Faroe: Torshavn, Faroe Islands, Faroes
America/Nuuk: Godthab, Greenland, 格陵兰, 努克
Europe/Moscow: MSK, Moskva, Moskau, Russia, Saint Petersburg, St. Petersburg, Sankt Petersburg, 莫斯科, 圣彼得堡, 俄罗斯, 俄国
Europe/Istanbul: TRT, Turkey, Türkiye, Ankara, 土耳其, 伊斯坦布尔, 伊斯坦堡, 安卡拉
Atlantic/Reykjavik: Iceland, 冰岛, 雷克雅未克

Asia/Shanghai: Beijing, Peking, China, PRC, China Coast, China CST, CST China, 中国, 中国标准, 北京, 上海, Shenzhen, 深圳, Guangzhou, Canton, 广州, Hangzhou, 杭州, Nanjing, 南京, Tianjin, 天津, Chongqing, 重庆, Chengdu, 成都, Wuhan, 武汉, Xi'an, 西安, Lhasa, 拉萨, Suzhou, 苏州, Xiamen, 厦门, Qingdao, 青岛, Dalian, 大连, Shenyang, 沈阳, Harbin, 哈尔滨, Changsha, 长沙, Zhengzhou, 郑州, Hefei, 合肥, Jinan, 济南, Kunming, 昆明, Ningbo, 宁波, Dongguan, 东莞, 中原
Asia/Hong_Kong: HKT, HK, 香港
Asia/Macau: Macao, 澳门
Asia/Taipei: Taiwan, ROC, 台湾, 台北, Kaohsiung, 高雄, Taichung, 台中, Tainan, 台南, Hsinchu, 新竹, Taoyuan, 桃园, New Taipei, 新北
Asia/Shanghai Asia/Urumqi: Xinjiang, 新疆
Asia/Tokyo: JST, Japan, 日本, 东京, Osaka, 大阪, Kyoto, 京都, Yokohama, 横滨, Nagoya, 名古屋, Fukuoka, 福冈, Sapporo, 札幌, Kobe, 神户
Asia/Seoul: KST, Korea, South Korea, 韩国, 首尔, 汉城, 南韩, Busan, Pusan, 釜山, Incheon, 仁川
Asia/Pyongyang: North Korea, 朝鲜, 北韩, 平壤
Asia/Singapore: SGT, 新加坡, 星加坡
Asia/Kuala_Lumpur: MYT, KL, Malaysia, Penang, 马来西亚, 吉隆坡, 槟城
Asia/Bangkok: Thailand, 泰国, 曼谷
Asia/Ho_Chi_Minh: ICT, Ho Chi Minh City, Saigon, HCMC, Hanoi, Vietnam, Viet Nam, Da Nang, 越南, 河内, 胡志明市, 胡志明, 西贡
Asia/Phnom_Penh: Cambodia, 柬埔寨, 金边
Asia/Vientiane: Laos, 老挝, 万象, 永珍
Asia/Yangon: Myanmar, Burma, Rangoon, 缅甸, 仰光
Asia/Jakarta: WIB, Indonesia, Bandung, Surabaya, 印度尼西亚, 印尼, 雅加达
Asia/Makassar: WITA, Bali, Denpasar, 巴厘岛, 峇里岛
Asia/Manila: PHT, PHST, Philippines, Cebu, 菲律宾, 马尼拉
Asia/Ulaanbaatar: Ulan Bator, Mongolia, 蒙古, 乌兰巴托
Asia/Kolkata: IST, India, Indian, Mumbai, Bombay, Delhi, New Delhi, Bengaluru, Bangalore, Chennai, Madras, Hyderabad, Calcutta, Pune, Ahmedabad, Gurgaon, Gurugram, Noida, Jaipur, 印度, 孟买, 德里, 新德里, 班加罗尔, 邦加罗尔, 加尔各答, 钦奈, 金奈, 海得拉巴
Asia/Karachi: PKT, Pakistan, Lahore, Islamabad, 巴基斯坦, 卡拉奇, 喀拉蚩, 伊斯兰堡, 拉合尔
Asia/Dhaka: Bangladesh, 孟加拉, 孟加拉国, 达卡
Asia/Colombo: Sri Lanka, 斯里兰卡, 科伦坡, 可伦坡
Asia/Kathmandu: Nepal, Katmandu, 尼泊尔, 加德满都
Asia/Kabul: Afghanistan, 阿富汗, 喀布尔
Asia/Tashkent: Uzbekistan, 乌兹别克斯坦, 塔什干
Asia/Almaty: Kazakhstan, Astana, Nur-Sultan, 哈萨克斯坦, 哈萨克, 阿拉木图, 阿斯塔纳
Asia/Dubai: GST, Gulf, Arabian, UAE, United Arab Emirates, Abu Dhabi, 阿联酋, 迪拜, 杜拜, 阿布扎比, 阿布达比
Asia/Riyadh: Saudi Arabia, Jeddah, Mecca, Arab, 沙特, 沙特阿拉伯, 利雅得, 利雅德
Asia/Qatar: Doha, 卡塔尔, 多哈
Asia/Kuwait: Kuwait City, 科威特
Asia/Tehran: IRST, Iran, Teheran, 伊朗, 德黑兰
Asia/Baghdad: Iraq, 伊拉克, 巴格达
Asia/Bahrain: Manama, 麦纳麦
Asia/Muscat: 马斯喀特
Asia/Aden: Sanaa, 萨那
Asia/Damascus: Syria, 大马士革
Indian/Maldives: Male, 马累
Indian/Mauritius: Port Louis, 路易港
Indian/Antananarivo: 塔那那利佛
Asia/Brunei: Bandar Seri Begawan, 斯里巴加湾市, 汶莱
Asia/Thimphu: Bhutan, 廷布
Asia/Bishkek: 比什凯克
Asia/Dushanbe: 杜尚别
Asia/Ashgabat: 阿什哈巴德
Asia/Jerusalem: IDT, Israel, Tel Aviv, Haifa, 以色列, 特拉维夫, 耶路撒冷
Asia/Beirut: Lebanon, 黎巴嫩, 贝鲁特
Asia/Amman: Jordan, 约旦, 安曼
Asia/Tbilisi: Tiflis, 第比利斯
Asia/Yerevan: Armenia, 亚美尼亚
Asia/Baku: Azerbaijan, 阿塞拜疆, 巴库

Africa/Cairo: Egypt, Alexandria, 埃及, 开罗
Africa/Johannesburg: SAST, South Africa, Cape Town, Pretoria, Durban, 南非, 约翰内斯堡, 约翰尼斯堡, 开普敦
Africa/Lagos: WAT, Nigeria, Abuja, 尼日利亚, 奈及利亚, 拉各斯, 拉哥斯, 阿布贾
Africa/Nairobi: EAT, Kenya, 肯尼亚, 肯亚, 内罗毕, 奈洛比
Africa/Maputo: CAT
Africa/Addis_Ababa: Ethiopia, 埃塞俄比亚, 衣索比亚, 亚的斯亚贝巴
Africa/Casablanca: Morocco, Rabat, Marrakesh, 摩洛哥, 卡萨布兰卡
Africa/Accra: Ghana, 加纳, 迦纳, 阿克拉
Africa/Dakar: Senegal, 达喀尔
Africa/Abidjan: Ivory Coast, Cote d'Ivoire, 象牙海岸, 阿比让
Africa/Kampala: Uganda, 坎帕拉
Africa/Dar_es_Salaam: Tanzania, Dodoma, 达累斯萨拉姆
Africa/Kigali: Rwanda, 基加利
Africa/Lusaka: Zambia, 卢萨卡
Africa/Harare: Zimbabwe, 哈拉雷
Africa/Luanda: Angola, 罗安达
Africa/Windhoek: Namibia, 温得和克
Africa/Kinshasa: Congo, 金沙萨
Africa/Douala: Cameroon, Yaounde, 雅温得, 杜阿拉
Africa/Khartoum: Sudan, 喀土穆
Africa/Tripoli: Libya, 的黎波里
Africa/Algiers: Algeria, 阿尔及利亚, 阿尔及尔
Africa/Tunis: Tunisia, 突尼斯

America/Vancouver Australia/Melbourne: Victoria, 维多利亚
America/New_York Asia/Tbilisi: Georgia
Australia/Sydney: AEST, AEDT, AET, Australian Eastern, Canberra, Wollongong, New South Wales, NSW, 悉尼, 雪梨, 堪培拉, 坎培拉, 澳洲东部, 澳大利亚东部
Australia/Melbourne: 墨尔本
Australia/Brisbane: Queensland, Gold Coast, 布里斯班, 布里斯本
Australia/Adelaide: ACST, ACDT, South Australia, 阿德莱德
Australia/Darwin: Northern Territory, 达尔文
Australia/Perth: AWST, Western Australia, 珀斯, 柏斯
Australia/Hobart: Tasmania, 霍巴特
Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Perth: Australia, 澳大利亚, 澳洲
Pacific/Auckland: NZST, NZDT, NZT, NZ, New Zealand, Wellington, Christchurch, 新西兰, 纽西兰, 奥克兰, 惠灵顿, 威灵顿
Pacific/Fiji: Suva, 斐济
Pacific/Tongatapu: Tonga, Nukualofa, Nuku Alofa, 努库阿洛法
Pacific/Port_Moresby: Papua New Guinea, PNG, 巴布亚新几内亚, 莫尔兹比港
`;
