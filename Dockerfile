FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && rm -r dist/src/tools && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production CORPUS_DIR=/corpus DATA_DIR=/data
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist/src dist/src
COPY --from=build /app/dist/commands dist/commands
COPY --from=build /app/dist/dictionary.tsv dist/
COPY corpus /corpus
RUN mkdir /data && chown node:node /data
USER node
VOLUME ["/corpus", "/data"]
CMD ["node", "dist/src/main.js"]
